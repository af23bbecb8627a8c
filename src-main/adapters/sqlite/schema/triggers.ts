const appendOnly = (table: string, event: 'update' | 'delete') => ({
  name: `${table}_no_${event}`,
  sql: `create trigger ${table}_no_${event} before ${event} on ${table} begin select raise(abort, '${table} is append-only'); end`,
});

/** Triggers that keep the journal and stored bytes append-only. Made again after every migration. */
export const triggers = [
  appendOnly('journal', 'update'),
  appendOnly('journal', 'delete'),
  appendOnly('evidence_chunk', 'update'),
] as const;
