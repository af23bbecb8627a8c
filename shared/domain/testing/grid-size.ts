/** Items of a test that are given at once: as many as a review of all accounts of a large company has. */
export const mostGridItems = 25_000;
