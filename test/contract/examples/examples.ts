/** One request of each procedure by its name. Every field is given, so that each can be broken in turn. */
export type Examples = Readonly<Record<string, object>>;
