import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a window must know to be served: new at every start, 256 random bits. */
export class SessionToken {
  readonly text: string = randomBytes(32).toString('base64url');

  /** Takes the same time whatever is given. */
  matches(given: unknown): boolean {
    return typeof given === 'string' && timingSafeEqual(digest(given), digest(this.text));
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
