-- The words of customers by their beginnings (docs/decisions/009-search.md). Without fast update a search never reads a
-- list of entries that wait to be sorted in, and a serializable reader locks pages of the index instead of all of it.
CREATE INDEX "customer_search_words" ON "customer_search"
	USING gin (array_to_tsvector(string_to_array(btrim("words"), ' '))) WITH (fastupdate = off);
