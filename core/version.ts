/**
 * Version of the physics and the statistics: part of every result's address.
 * It changes whenever any computed number may change; a test holds it to a digest of reference results.
 */
export const coreVersion = '2';

/** Toys come in blocks of this size, each with a random stream of its own, so that results do not depend on the workers. */
export const toyBlockSize = 10_000;
