import { credentialState, openSecret, type CaseworkDeps } from '@thidua/casework';
import type { LoadedSettings } from '@thidua/config';
import { httpTimestamps, openKey, type SigningKey, type TimestampPort } from '@thidua/documents';
import type { CredentialRecord } from '@thidua/store';
import { GiveUp } from '../service-tasks/outcomes';
import { makeDemoCredential, withoutCredential, type CredentialHolder } from './demo-credentials';

export interface HeldKey {
  readonly key: SigningKey;
  /** PNG of the signature or seal; null when none was brought. */
  readonly image: Uint8Array | null;
}

/** The keys of posts and bodies, opened for one signature at a time. */
export class KeyRing {
  readonly timestamps: TimestampPort | undefined;

  constructor(
    private readonly deps: CaseworkDeps,
    private readonly settings: Pick<LoadedSettings, 'dataDir' | 'tsaUrl'>,
  ) {
    this.timestamps = settings.tsaUrl === null ? undefined : httpTimestamps(settings.tsaUrl);
  }

  /** Throws GiveUp when there is no certificate to sign with now: an incident that names whose is missing. */
  async keyOf(holder: CredentialHolder): Promise<HeldKey> {
    const { provinceId, ownerKind, ownerId, personId, name } = holder;
    const record = (await this.usable(holder)) ?? (await this.made(holder));
    if (record === undefined) {
      const whose = ownerKind === 'org' ? `cơ quan ${name}` : name;
      throw new GiveUp(
        'no-signing-certificate',
        `Chưa có chứng thư số còn hạn của ${whose}; tải chứng thư tại mục Chữ ký số, hoặc ký tay.`,
      );
    }
    const secret = openSecret(this.deps.signingKey, { provinceId, credentialId: record.id }, record.secret);
    const imageOwner = personId ?? ownerId;
    const [image] = await this.deps.stores.signatureImages.of(provinceId, [imageOwner]);
    const file = image === undefined ? undefined : await this.deps.stores.files.get(provinceId, image.fileSha256);
    return { key: await openKey(secret, record.certificate), image: file?.bytes ?? null };
  }

  /** Demo mode: certificates for everybody who may sign, in the background. The answer stops it and waits for the one it is at. */
  fillDemo(onError: (error: unknown) => void): () => Promise<void> {
    let stopped = !this.deps.demo;
    const fill = async (): Promise<void> => {
      for (const holder of stopped ? [] : await withoutCredential(this.deps)) {
        if (!stopped && (await this.usable(holder)) === undefined) {
          await makeDemoCredential(this.deps, this.settings.dataDir, holder);
        }
      }
    };
    const filled = fill().catch(onError);
    return async () => {
      stopped = true;
      await filled;
    };
  }

  private async usable({ provinceId, ownerKind, ownerId, personId }: CredentialHolder): Promise<CredentialRecord | undefined> {
    const record = await this.deps.stores.credentials.of(provinceId, ownerKind, ownerId);
    const state = record === undefined ? 'expired' : credentialState(record, { nowMs: this.deps.clock.nowMs(), holder: personId });
    return state === 'valid' || state === 'expiring' ? record : undefined;
  }

  private async made(holder: CredentialHolder): Promise<CredentialRecord | undefined> {
    if (!this.deps.demo) {
      return undefined;
    }
    await makeDemoCredential(this.deps, this.settings.dataDir, holder);
    return this.usable(holder);
  }
}
