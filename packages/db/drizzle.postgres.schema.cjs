// drizzle-kit reads tables only from a module's own exports; this hands it the ones the schema function made.
module.exports = require("./src/schema.postgres.ts").schema;
