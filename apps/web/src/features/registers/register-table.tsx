import { useDeferredValue, type ReactNode } from 'react';
import type { RegisterLineView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';

interface Props {
  readonly orgId: string;
  readonly year: number;
  /** '' = every type. */
  readonly documentType: string;
  readonly search: string;
}

const COLUMNS = ['number', 'date', 'title', 'signer', 'recipients', 'takenBy', 'state'];

/** The lines of a register; a withdrawn number stays, struck through, with its reason. */
export function RegisterTable({ orgId, year, documentType, search }: Props): ReactNode {
  const t = useText();
  const q = useDeferredValue(search.trim());
  const query = { orgId, year, ...(documentType === '' ? {} : { documentType }), ...(q === '' ? {} : { q }) };
  const register = useRead('numberRegister', { query });
  const shown = register.data;
  if (shown === undefined) {
    return register.error === null ? <Loading /> : <ErrorNote error={register.error} onRetry={() => void register.refetch()} />;
  }
  if (shown.lines.length === 0) {
    return <EmptyState text={t(q === '' ? 'registers.empty' : 'registers.notFound')} />;
  }
  return (
    <>
      <p className="small muted" aria-live="polite">
        {shown.total > shown.lines.length
          ? t('registers.firstOf', { shown: shown.lines.length, total: shown.total })
          : t('registers.count', { count: shown.total })}
      </p>
      <div className="table-scroll register-lines">
        <table className="data register">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`registers.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.lines.map((line) => (
              <Line key={`${line.documentType}/${line.numberText}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({ line }: { readonly line: RegisterLineView }): ReactNode {
  const t = useText();
  const canceled = line.canceledAt !== null;
  const number = canceled ? <s>{line.numberText}</s> : line.numberText;
  return (
    <tr className={canceled ? 'register-canceled' : undefined}>
      <th scope="row" className="nowrap">
        {line.paperId === null || canceled ? (
          number
        ) : (
          <a href={addressOf('paperContent', { id: line.paperId })} target="_blank" rel="noopener">
            {number}
          </a>
        )}
      </th>
      <td className="nowrap">{dayText(line.date)}</td>
      <td>{canceled ? <s>{line.title}</s> : line.title}</td>
      <td>{line.signer}</td>
      <td>{line.recipients.join('; ')}</td>
      <td>{line.takenBy ?? ''}</td>
      <td>
        {canceled ? (
          <>
            <span className="tag tag-red">{t('registers.canceled')}</span>
            <div className="small">{line.cancelReason}</div>
          </>
        ) : line.issuedAt === null ? (
          <span className="tag tag-amber">{t('registers.notIssued')}</span>
        ) : (
          t('registers.issuedOn', { day: dayText(line.issuedAt) })
        )}
      </td>
    </tr>
  );
}
