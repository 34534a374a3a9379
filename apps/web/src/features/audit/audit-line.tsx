import type { ReactNode } from 'react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { AuditLineView, AuditSubject } from '@thidua/contract';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';

const PAGES: Readonly<Record<string, LinkProps['to']>> = {
  dossier: '/ho-so/$id',
  round: '/dot-xet/$id',
  definition: '/quy-trinh/$id',
  organisation: '/to-chuc/$id',
  work: '/phong-trao/viec/$id',
  draft: '/phong-trao/du-thao/$id',
  people: '/nhan-su',
  movements: '/phong-trao',
  funds: '/quy-khen-thuong',
  registers: '/so-van-ban',
  calendar: '/lich-lam-viec',
  law: '/goi-quy-dinh',
  councils: '/hoi-dong',
  delegations: '/giao-ky-thay/tat-ca',
  templates: '/mau-van-ban',
  evidence: '/thanh-tich',
  imports: '/nhap-danh-muc',
  signing: '/chu-ky-so',
  blanks: '/phoi',
};

/** 'Hồ sơ HP-GP-2026-0001', leading to its page where there is one. */
export function SubjectName({ subject }: { readonly subject: AuditSubject }): ReactNode {
  const { kind, name, link } = subject;
  const words = name === '' ? kind : name;
  const to = link === null ? undefined : PAGES[link.page];
  return (
    <>
      {name === '' ? null : `${kind} `}
      {link === null || to === undefined ? (
        words
      ) : (
        <Link to={to} params={link.id === null ? {} : { id: link.id }}>
          {words}
        </Link>
      )}
    </>
  );
}

interface Props {
  readonly line: AuditLineView;
  /** What is wrong here, said at the line. */
  readonly mark?: string | null;
}

/** One act: when, who, on whose behalf, did what, to what; before and after on demand. */
export function AuditLine({ line, mark = null }: Props): ReactNode {
  const t = useText();
  const { at, number, person, position, onBehalfOf, text, subject, facts } = line;
  return (
    <li className={mark === null ? 'audit-line' : 'audit-line audit-faulty'}>
      <time dateTime={at} className="muted small">
        {instantText(at)}
      </time>
      <div>
        {mark === null ? null : <div className="audit-mark">{mark}</div>}
        <div>
          <strong>{person ?? t('audit.system')}</strong>
          {position === null ? '' : `, ${position}`}
          {onBehalfOf === null ? '' : ` ${t('audit.onBehalfOf', { name: onBehalfOf })}`}
          {': '}
          {text}
          {' – '}
          <SubjectName subject={subject} />
        </div>
        <div className="audit-more small">
          {facts.length === 0 ? null : (
            <details>
              <summary>{t('audit.facts')}</summary>
              <dl>
                {facts.map((fact) => (
                  <div key={fact.name}>
                    <dt>{fact.name}</dt>
                    <dd>{fact.value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
          <Link to="/nhat-ky" search={{ dt: subject.id }} aria-label={t('audit.onlyThisOf', { name: subject.name, number })}>
            {t('audit.onlyThis')}
          </Link>
          <span className="muted">{t('audit.number', { number })}</span>
        </div>
      </div>
    </li>
  );
}
