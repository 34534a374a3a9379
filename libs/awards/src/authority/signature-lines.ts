/** Who signs and in which name (NĐ 30/2020 art. 13, law.md sections 3 and 11). */
export interface SignatureCapacity {
  readonly office: 'chair' | 'committee' | 'council' | 'director' | 'unit-head' | 'prime-minister' | 'president';
  /** head: signs himself · KT: a deputy for the head · Q: acting head · TL, TUQ: `substituteTitle` by order or sub-mandate. */
  readonly as: 'head' | 'KT' | 'Q' | 'TL' | 'TUQ';
  /** For a unit head: 'HIỆU TRƯỞNG', 'TRƯỞNG PHÒNG' …; 'THỦ TRƯỞNG ĐƠN VỊ' when left out. */
  readonly headTitle?: string;
  /** Title of the one who signs TL or TUQ, or of a deputy whose title is not 'PHÓ ' + the head's. */
  readonly substituteTitle?: string;
}

const HEAD_TITLE = {
  chair: 'CHỦ TỊCH',
  committee: 'CHỦ TỊCH',
  council: 'CHỦ TỊCH',
  director: 'GIÁM ĐỐC',
  'unit-head': 'THỦ TRƯỞNG ĐƠN VỊ',
  'prime-minister': 'THỦ TƯỚNG',
  president: 'CHỦ TỊCH',
} as const;

/** A body that signs as a whole signs TM.; a chair's own decision never does (law.md section 3). */
const COLLECTIVE: Readonly<Partial<Record<SignatureCapacity['office'], string>>> = {
  committee: 'TM. ỦY BAN NHÂN DÂN',
  council: 'TM. HỘI ĐỒNG',
};

/** The lines above the signer's name, top to bottom: `['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']`. */
export function signatureLines(capacity: SignatureCapacity): readonly string[] {
  const title = (capacity.headTitle ?? HEAD_TITLE[capacity.office]).toUpperCase();
  const collective = COLLECTIVE[capacity.office];
  return [...(collective === undefined ? [] : [collective]), ...personal(capacity, title)];
}

function personal({ as, substituteTitle }: SignatureCapacity, title: string): readonly string[] {
  const substitute = substituteTitle?.toUpperCase();
  switch (as) {
    case 'head':
      return [title];
    case 'Q':
      return [`Q. ${title}`];
    case 'KT':
      return [`KT. ${title}`, substitute ?? `PHÓ ${title}`];
    case 'TL':
    case 'TUQ':
      return substitute === undefined ? [`${as}. ${title}`] : [`${as}. ${title}`, substitute];
  }
}
