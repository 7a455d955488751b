// Runs before any module, as a file because the content policy forbids inline scripts: that policy also forbids making
// functions from text, which zod would try for speed the moment it is loaded and the browser would report.
globalThis.__zod_globalConfig = { jitless: true };
