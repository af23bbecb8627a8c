/** What an importing program says when the import begins. */
export const IMPORT_BEGINS = 'The import begins.';
