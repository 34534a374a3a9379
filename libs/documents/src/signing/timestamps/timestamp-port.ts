/** A time-stamping authority (RFC 3161). */
export interface TimestampPort {
  /**
   * A TimeStampToken (DER) over this SHA-256 digest, checked.
   * @throws SigningServiceAway (may be tried again), SigningServiceWrong (no use to try again)
   */
  stamp(digest: Uint8Array): Promise<Uint8Array>;
}
