/** An equal text that does not keep the memory of the larger one that it was cut from. */
export const ownText = (text: string): string => Array.from(text).join('');
