CREATE TABLE `uncounted_uses` (
	`discount_id` text NOT NULL,
	`order_id` text NOT NULL,
	PRIMARY KEY(`discount_id`, `order_id`),
	FOREIGN KEY (`discount_id`) REFERENCES `discounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `uncounted_uses_order` ON `uncounted_uses` (`order_id`);