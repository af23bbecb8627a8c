/** Where the clocks of the sample client stand: its days are those of this zone, wherever the sample is made. */
export const clientTimeZone = 'America/Chicago';
