import { DomainError } from '@thidua/kernel';

/** No browser could be found or unpacked; `details.tried` lists the places. */
export class BrowserMissing extends DomainError {
  readonly code = 'browser-missing';
}

/** A render outlived the watchdog and its browser was killed; the same data may be tried again. */
export class RenderTimedOut extends DomainError {
  readonly code = 'render-timed-out';
}

/** Data lacks a field that the template prints; `details.field` names it by its dotted path, `line` and `in` (a partial, or null) where. */
export class TemplateFieldMissing extends DomainError {
  readonly code = 'template-field-missing';
}

/** A template that does not parse, uses a helper outside the allow-list, or prints unescaped text; `details.line` and `in` say where. */
export class TemplateInvalid extends DomainError {
  readonly code = 'template-invalid';
}

/** No template of this kind and version is installed. */
export class TemplateUnknown extends DomainError {
  readonly code = 'template-unknown';
}

/** A PDF was made but is not the right one; `details.missing` and `details.pages` say why. */
export class PaperCheckFailed extends DomainError {
  readonly code = 'paper-check-failed';
}

/** A PKCS#12 that cannot be opened or cannot sign; `details.reason` says why. */
export class CertificateUnusable extends DomainError {
  readonly code = 'certificate-unusable';
}

/** The filled template is too long to render within the watchdog; `details.characters` and `details.limit`. */
export class PaperTooLarge extends DomainError {
  readonly code = 'paper-too-large';
}

/** An uploaded table that is no .xlsx, or too large; `details.reason` says which. */
export class SheetUnreadable extends DomainError {
  readonly code = 'sheet-unreadable';
}

/** A PDF whose objects cannot be read, or that is encrypted (`details.reason` is then 'encrypted'). */
export class PdfUnreadable extends DomainError {
  readonly code = 'pdf-unreadable';
}

/** A PDF that has no free place for this signature: it is certified, and the place was not prepared before; `details.place`. */
export class SignaturePlaceMissing extends DomainError {
  readonly code = 'signature-place-missing';
}

/** An image of a signature or seal that is no PNG of 8 bits or too large; `details.reason`. */
export class SignatureImageUnusable extends DomainError {
  readonly code = 'signature-image-unusable';
}

/** The remote signer or the time-stamping authority did not answer in time or is down: may be tried again. `details.service`. */
export class SigningServiceAway extends DomainError {
  readonly code = 'signing-service-away';
}

/** It answered, but refused or gave something wrong (another certificate, a false signature): trying again is no use. `details.reason`. */
export class SigningServiceWrong extends DomainError {
  readonly code = 'signing-service-wrong';
}

/** More uploaded files wait to be looked at than can be answered in time; try again later. */
export class InspectorBusy extends DomainError {
  readonly code = 'unavailable';
}
