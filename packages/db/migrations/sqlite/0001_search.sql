-- The words of customers by their beginnings (docs/decisions/009-search.md). They are folded and parted by blanks when
-- they are stored, so the tokenizer has only to split; everything beyond ASCII is a letter to it.
CREATE VIRTUAL TABLE `customer_search_words` USING fts5(
	words,
	content='customer_search',
	content_rowid='number',
	tokenize='ascii',
	prefix='1 2 3',
	detail='none',
	columnsize=0
);
--> statement-breakpoint
CREATE TRIGGER `customer_search_inserted` AFTER INSERT ON `customer_search` BEGIN
	INSERT INTO `customer_search_words` (rowid, words) VALUES (new.`number`, new.`words`);
END;
--> statement-breakpoint
CREATE TRIGGER `customer_search_updated` AFTER UPDATE ON `customer_search` BEGIN
	INSERT INTO `customer_search_words` (`customer_search_words`, rowid, words) VALUES ('delete', old.`number`, old.`words`);
	INSERT INTO `customer_search_words` (rowid, words) VALUES (new.`number`, new.`words`);
END;
--> statement-breakpoint
CREATE TRIGGER `customer_search_deleted` AFTER DELETE ON `customer_search` BEGIN
	INSERT INTO `customer_search_words` (`customer_search_words`, rowid, words) VALUES ('delete', old.`number`, old.`words`);
END;
--> statement-breakpoint
INSERT INTO `customer_search_words` (`customer_search_words`) VALUES ('rebuild');
