/** A heading that is found again in a long output. */
export const heading = (title: string): void => console.log(`\n== ${title} ==`);
