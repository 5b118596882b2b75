# It's started with its schema.
exec store --schema ${store.schema} --host "$HOSTNAME"
