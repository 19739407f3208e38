/** Every bound of the search through the index, each with its reason: what a listing or a record may cost, whatever it says. */

export const matchLimits = {
  /**
   * Queries for one listing, beside one for each complete identifier. Four months of a model, four words of marks and three photos in
   * four bands are 20; the rest is for narrowing. At half a millisecond to five each it stays under a tenth of a second.
   */
  queriesPerListing: 24,
  /** Queries for one record, beside one for each identifier; an import of 100,000 records must not ask for more. */
  queriesPerRecord: 24,
  /** Entries read for one side, at 400 bytes some 150 read units; weighing them takes a few milliseconds. */
  candidates: 1500,
  /** Entries of one block before it is narrowed: a popular model has 400 thefts a month on a list of 100,000. */
  entriesPerBlock: 500,
  /** Entries of a block whose agreement is rare by itself, a mark's word or a photo's band; with more it is a stock picture or a common word. */
  entriesPerRareBlock: 100,
  /**
   * Complete identifiers of one listing: a joblot of phones has dozens. As many as a Revision has room for, so that whoever lists hundreds
   * hides none among them; of what it has no room for, its `how.identifiers` tells.
   */
  identifiers: 500,
  /** Parts of numbers that one listing asks by; a number with a wrong digit asks by three. */
  partials: 6,
  /** Words of rare marks: more are a joblot, or bait. */
  markWords: 4,
  /** Photos looked up, each in four bands. */
  photos: 3,
  /** Models that a text may mean; beyond two it is vague. */
  models: 2,
  /**
   * Months a listing looks back for thefts of its family, and a record forward for offers: nine in ten phones are offered within three (see the
   * model's table of days). A rare mark, a photo or a number bridges any time.
   */
  months: 4,
  /** Records read in full for one listing, the likeliest first; with them stand the hopeful, seldom more than three. */
  recordsRead: 25,
  /** Newest Revisions of a listing that are compared; sellers change prices daily and say little new. */
  revisions: 5,
  /** Listings compared again because one record changed: by its numbers alone those of one look-up, by parts of them, marks and photos, and by description. */
  listingsByClue: 50,
  listingsByDescription: 25,
  /** Up to here every listing that shows a number is compared again when one of them changes; a hostile seller may repeat one number in thousands. */
  listingsOfANumber: 8,
} as const;
