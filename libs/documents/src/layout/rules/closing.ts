import type { Finding } from '../deviation';
import type { SignatureColumn, SignatureZone } from '../find-signature';
import { centreOf, mm, wordsOf } from '../measure';
import { annexI, centredOn, lookOf, type LayoutRule, type RuleContext } from '../rule';
import { axisOf, ruleOfTitle } from './title';

export const addressees: LayoutRule = {
  id: 'to',
  article: annexI('mục II.9.a'),
  check: ({ parts, profile, values }) => {
    const [first, ...rest] = parts.to;
    if (first === undefined) {
      return profile.to === 'required' ? [{ page: 1, what: 'Kính gửi', found: 'không có', wanted: 'Kính gửi: …' }] : [];
    }
    const look = parts.to.flatMap((line) => lookOf(line, 1, 'Kính gửi', { size: 'to', bold: false, italic: false }, values)).slice(0, 1);
    const words =
      first.text.startsWith('Kính gửi: ') || first.text === 'Kính gửi:'
        ? []
        : [{ page: 1, what: 'Kính gửi', found: first.text, wanted: 'Kính gửi: …' }];
    const entries = rest.filter((line) => line.text.startsWith('- '));
    return [...look, ...words, ...(first.text === 'Kính gửi:' ? entryMarks(rest, entries.length) : [])];
  },
};

/** Several addressees: a dash each, ';' between and '.' at the end. */
function entryMarks(lines: RuleContext['parts']['to'], entries: number): Finding[] {
  const at = { page: 1, what: 'danh sách Kính gửi' };
  if (entries < 1) {
    return [{ ...at, found: wordsOf(lines).slice(0, 40), wanted: '“- …;” mỗi nơi một dòng' }];
  }
  const blocks = [...new Set(lines.map(({ block }) => block))].map((block) => wordsOf(lines.filter((line) => line.block === block)));
  const wrong = blocks.find((text, index) => !text.startsWith('- ') || !text.endsWith(index === blocks.length - 1 ? '.' : ';'));
  return wrong === undefined ? [] : [{ ...at, found: wrong.slice(-1), wanted: '“;” giữa các nơi, “.” ở cuối', at: wrong }];
}

/** A rule about the signature block; a paper that must have one and has none is told by `signature-authority`. */
function signatureRule(id: string, article: string, check: (zone: SignatureZone, context: RuleContext) => Finding[]): LayoutRule {
  return {
    id,
    article: annexI(article),
    check: (context) =>
      context.parts.signature === undefined || context.profile.certificate ? [] : check(context.parts.signature, context),
  };
}

/** Who signs for the paper stands rightmost. */
function signer(zone: SignatureZone): SignatureColumn | undefined {
  return zone.columns.at(-1);
}

export const signatureAuthority: LayoutRule = {
  id: 'signature-authority',
  article: annexI('mục II.7.a'),
  check: ({ parts, profile, values }) => {
    const zone = parts.signature;
    const column = zone === undefined ? undefined : signer(zone);
    if (profile.certificate) {
      return [];
    }
    if (zone === undefined || column === undefined || column.authority.length === 0) {
      return profile.signature === 'required'
        ? [{ page: parts.main.length, what: 'quyền hạn, chức vụ người ký', found: 'không có', wanted: 'chữ in hoa, đậm' }]
        : [];
    }
    return zone.columns.flatMap(({ authority }) =>
      authority.flatMap((line) =>
        lookOf(line, zone.page.number, 'quyền hạn, chức vụ', { size: 'authority', bold: true, italic: false, upper: true }, values),
      ),
    );
  },
};

const PREFIX = /^(TM|KT|TL|TUQ|Q)\b/;

export const signaturePrefix = signatureRule('signature-prefix', 'mục II.7.a', (zone) => {
  const lines = signer(zone)?.authority ?? [];
  return lines.flatMap((line, at) => {
    const prefix = PREFIX.exec(line.text)?.[1];
    if (prefix === undefined) {
      return [];
    }
    const page = zone.page.number;
    const written = line.text.startsWith(`${prefix}. `) && !line.text.startsWith(`${prefix}.  `);
    const next = lines.slice(at + 1).find((below) => !PREFIX.test(below.text));
    const own = prefix === 'Q' || next !== undefined;
    return [
      ...(written ? [] : [{ page, what: 'chữ viết tắt quyền hạn', found: line.text, wanted: `${prefix}. …`, at: line.text }]),
      ...(own ? [] : [{ page, what: 'chức vụ của người ký thay', found: 'không có', wanted: `một dòng dưới ${prefix}.`, at: line.text }]),
    ];
  });
});

export const signatureSide = signatureRule('signature-side', 'mục II.7.a', (zone, { parts }) => {
  const line = signer(zone)?.authority[0];
  const off = line === undefined ? 0 : mm(centreOf(parts.area) - centreOf(line));
  return off > 0
    ? [
        {
          page: zone.page.number,
          what: 'chữ ký lệch sang trái so với giữa trang',
          found: off,
          wanted: 'nửa phải',
          unit: 'mm',
          at: line?.text ?? '',
        },
      ]
    : [];
});

export const signatureCentre = signatureRule('signature-centre', 'mục II.7.a', (zone, { values }) =>
  zone.columns.flatMap(({ authority }) => {
    const [first] = authority;
    return first === undefined
      ? []
      : authority.slice(1).flatMap((line) => centredOn(line, centreOf(first), zone.page.number, 'chức vụ so với quyền hạn', values));
  }),
);

const DEGREE = /^(GS|PGS|TS|Th\.?S|BS|KS|CN|CVC|Tiến sĩ|Thạc sĩ|Giáo sư|Bác sĩ)[.\s]/u;

export const signatureName = signatureRule('signature-name', 'mục II.7.b', (zone, { values }) =>
  zone.columns.flatMap(({ authority, name }) => {
    const page = zone.page.number;
    if (name === undefined) {
      return [];
    }
    return [
      ...lookOf(name, page, 'họ tên người ký', { size: 'name', bold: true, italic: false, upper: false }, values),
      ...(authority[0] === undefined ? [] : centredOn(name, centreOf(authority[0]), page, 'họ tên so với chức vụ', values)),
      ...(DEGREE.test(name.text)
        ? [{ page, what: 'họ tên người ký', found: name.text, wanted: 'không ghi học hàm, học vị', at: name.text }]
        : []),
    ];
  }),
);

export const signatureNote = signatureRule('signature-note', 'Phụ lục I, mục II.8', (zone, { values }) =>
  zone.columns.flatMap(({ authority, name, notes }) =>
    notes.flatMap((line) => [
      ...lookOf(line, zone.page.number, 'ghi chú ký số', { size: 'signatureNote' }, values),
      ...(authority[0] === undefined ? [] : centredOn(line, centreOf(authority[0]), zone.page.number, 'ghi chú ký số', values)),
      ...(name !== undefined && line.y > name.y - name.size
        ? [{ page: zone.page.number, what: 'vị trí ghi chú ký số', found: 'dưới họ tên', wanted: 'giữa chức vụ và họ tên' }]
        : []),
    ]),
  ),
);

export const recipientsLabel: LayoutRule = {
  id: 'recipients-label',
  article: annexI('mục II.9.b'),
  check: ({ parts, profile, values }) => {
    const zone = parts.signature;
    const label = zone?.recipientsLabel;
    if (zone === undefined || label === undefined) {
      return profile.recipients === 'required'
        ? [{ page: parts.main.length, what: 'Nơi nhận', found: 'không có', wanted: 'Nơi nhận:' }]
        : [];
    }
    const page = zone.page.number;
    const title = zone.columns.at(-1)?.authority ?? [];
    const off = Math.min(...title.map((line) => Math.abs(mm(line.y - label.y))));
    const aside = mm(label.x0 - parts.area.x0);
    // Two who sign: Nơi nhận stands under them, level with nobody.
    const level = zone.columns.length === 1 && title.length > 0;
    return [
      ...lookOf(label, page, '“Nơi nhận”', { size: 'recipientsLabel', bold: true, italic: true }, values),
      ...(label.text === 'Nơi nhận:' ? [] : [{ page, what: 'Nơi nhận', found: label.text, wanted: 'Nơi nhận:' }]),
      ...(aside > 1 ? [{ page, what: 'khoảng cách “Nơi nhận” với lề trái', found: aside, wanted: '0–1', unit: 'mm' as const }] : []),
      ...(level && off > 1
        ? [{ page, what: 'độ lệch dòng “Nơi nhận” so với chức vụ', found: off, wanted: '0–1', unit: 'mm' as const }]
        : []),
    ];
  },
};

export const recipientsList = signatureRule('recipients', 'mục II.9.b', (zone, { values }) => {
  const page = zone.page.number;
  return zone.recipients.flatMap((lines, at) => {
    const last = at === zone.recipients.length - 1;
    const text = wordsOf(lines);
    const end = last ? '.' : ';';
    return [
      ...lines.flatMap((line) => lookOf(line, page, 'nơi nhận', { size: 'recipients', bold: false, italic: false }, values)).slice(0, 1),
      ...(text.startsWith('- ') ? [] : [{ page, what: 'nơi nhận', found: text, wanted: '“- …”', at: text }]),
      ...(text.endsWith(end) && !/[.;,]{2}$/.test(text)
        ? []
        : [{ page, what: 'dấu cuối nơi nhận', found: text.slice(-1), wanted: end, at: text }]),
      ...(last && !text.startsWith('- Lưu: ') ? [{ page, what: 'dòng cuối nơi nhận', found: text, wanted: '- Lưu: VT, …' }] : []),
    ];
  });
});

export const annexHead: LayoutRule = {
  id: 'annex-head',
  article: annexI('mục II.6.đ'),
  check: (context) =>
    context.parts.annexes.flatMap(({ pages, title }) => {
      const [page] = pages;
      const { type, subject, attached } = title;
      const { values } = context;
      if (page === undefined || type === undefined) {
        return [];
      }
      const axis = axisOf(page, context);
      const at = page.number;
      const word = /^Phụ lục/i.test(type.text);
      return [
        ...lookOf(type, at, 'tiêu đề phụ lục', { size: 'annex', bold: true, italic: false, ...(word ? {} : { upper: true }) }, values),
        ...subject.flatMap((line) => lookOf(line, at, 'tên phụ lục', { size: 'annex', bold: true, italic: false }, values)),
        ...attached.flatMap((line) => lookOf(line, at, 'dòng “Kèm theo”', { size: 'attached', bold: false, italic: true }, values)),
        ...[type, ...subject, ...attached].flatMap((line) => centredOn(line, axis, at, 'tiêu đề phụ lục', values)),
        ...(attached.length === 0 || /^\(Kèm theo /.test(attached[0]?.text ?? '')
          ? []
          : [{ page: at, what: 'dòng “Kèm theo”', found: attached[0]?.text ?? '', wanted: '(Kèm theo … số …)' }]),
        ...ruleOfTitle(page, title, values),
      ];
    }),
};
