import type { Database, Tx } from '../database/database';
import { rowsOf } from '../database/prepared';

export type CredentialOwner = 'position' | 'org';
export type CredentialDriver = 'p12' | 'remote';

export interface CredentialRecord {
  readonly id: string;
  readonly ownerKind: CredentialOwner;
  /** A post, or the body whose seal it is. */
  readonly ownerId: string;
  /** Who holds a post's certificate: whoever comes into the post later does not sign with it. Null for a body. */
  readonly personId: string | null;
  readonly driver: CredentialDriver;
  /** The holder's name in the certificate. */
  readonly label: string;
  readonly issuer: string;
  /** DER of the holder's certificate. */
  readonly certificate: Buffer;
  /** Sealed under a key outside the database: the .p12 with its passphrase, or the address of the remote signer with its token. */
  readonly secret: Buffer;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly addedBy: string | null;
  readonly addedAt: Date;
  readonly revokedAt: Date | null;
}

export type NewCredential = Omit<CredentialRecord, 'certificate' | 'secret' | 'addedAt' | 'revokedAt'> & {
  readonly certificate: Uint8Array;
  readonly secret: Uint8Array;
  readonly addedMs: number;
};

const COLUMNS = `id, owner_kind as "ownerKind", owner_id as "ownerId", person_id as "personId", driver, label, issuer, certificate, secret, valid_from as "validFrom",
  valid_to as "validTo", added_by as "addedBy", added_at as "addedAt", revoked_at as "revokedAt"`;

/** Certificates for ký số: at most one in use per post and per body; one that was used is kept, revoked. */
export class CredentialStore {
  constructor(private readonly database: Database) {}

  /** The one in use. */
  async of(
    provinceId: string,
    ownerKind: CredentialOwner,
    ownerId: string,
    tx: Tx = this.database.reader,
  ): Promise<CredentialRecord | undefined> {
    const rows = await rowsOf<CredentialRecord>(
      tx,
      `select ${COLUMNS} from signing_credential where province_id = $1 and owner_kind = $2 and owner_id = $3 and revoked_at is null`,
      [provinceId, ownerKind, ownerId],
    );
    return rows[0];
  }

  async byId(provinceId: string, id: string): Promise<CredentialRecord | undefined> {
    const rows = await rowsOf<CredentialRecord>(
      this.database.reader,
      `select ${COLUMNS} from signing_credential where province_id = $1 and id = $2`,
      [provinceId, id],
    );
    return rows[0];
  }

  /** In use by any of the owners. */
  async ofMany(provinceId: string, ownerIds: readonly string[]): Promise<readonly CredentialRecord[]> {
    return rowsOf<CredentialRecord>(
      this.database.reader,
      `select ${COLUMNS} from signing_credential where province_id = $1 and owner_id = any($2) and revoked_at is null`,
      [provinceId, ownerIds],
    );
  }

  /** Takes the place of the one in use, which is kept as revoked. */
  async put(tx: Tx, provinceId: string, one: NewCredential): Promise<void> {
    const at = new Date(one.addedMs);
    await tx.query(
      `update signing_credential set revoked_at = $4, revoked_by = $5 where province_id = $1 and owner_kind = $2 and owner_id = $3 and revoked_at is null`,
      [provinceId, one.ownerKind, one.ownerId, at, one.addedBy],
    );
    await tx.query(
      `insert into signing_credential (province_id, id, owner_kind, owner_id, driver, label, issuer, certificate, secret, valid_from, valid_to, added_by, added_at, person_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        provinceId,
        one.id,
        one.ownerKind,
        one.ownerId,
        one.driver,
        one.label,
        one.issuer,
        Buffer.from(one.certificate),
        Buffer.from(one.secret),
        one.validFrom,
        one.validTo,
        one.addedBy,
        at,
        one.personId,
      ],
    );
  }

  /** False: it is out of use already. */
  async revoke(tx: Tx, provinceId: string, id: string, by: { readonly personId: string; readonly atMs: number }): Promise<boolean> {
    const rows = await rowsOf(
      tx,
      'update signing_credential set revoked_at = $3, revoked_by = $4 where province_id = $1 and id = $2 and revoked_at is null returning id',
      [provinceId, id, new Date(by.atMs), by.personId],
    );
    return rows.length === 1;
  }
}
