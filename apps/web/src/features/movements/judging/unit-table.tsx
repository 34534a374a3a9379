import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { InspectedUnitSummary } from '@thidua/contract';
import { dayText } from '../../../i18n/format';
import { useText } from '../../../i18n/use-text';

/** Bodies of an inspection with their day, result and mending. */
export function UnitTable({ units }: { readonly units: readonly InspectedUnitSummary[] }): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['org', 'day', 'found', 'result', 'followUp'].map((name) => (
              <th key={name} scope="col">
                {t(`movements.judging.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((one) => (
            <tr key={one.workId}>
              <th scope="row">
                <Link to="/phong-trao/viec/$id" params={{ id: one.workId }}>
                  {one.orgName}
                </Link>
              </th>
              <td className="nowrap">{one.inspectOn === null ? '' : dayText(one.inspectOn)}</td>
              <td>{t('movements.judging.counts', one.counts)}</td>
              <td>{one.result === null ? '' : <ResultTag result={one.result} />}</td>
              <td>
                <FollowUp one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ResultTag({ result }: { readonly result: NonNullable<InspectedUnitSummary['result']> }): ReactNode {
  const t = useText();
  const tone = { passed: 'tag-calm', 'with-shortcomings': 'tag-amber', failed: 'tag-red' }[result];
  return <span className={`tag ${tone}`}>{t(`movements.judging.result.${result}`)}</span>;
}

export function FollowUp({ one }: { readonly one: Pick<InspectedUnitSummary, 'followUpDue' | 'followUpOn' | 'late'> }): ReactNode {
  const t = useText();
  if (one.followUpDue === null) {
    return null;
  }
  if (one.followUpOn !== null) {
    return t('movements.judging.mendedOn', { day: dayText(one.followUpOn) });
  }
  return (
    <span className={`tag ${one.late ? 'tag-red' : 'tag-grey'}`}>
      {t(one.late ? 'movements.judging.mendLate' : 'movements.judging.mendBy', { day: dayText(one.followUpDue) })}
    </span>
  );
}
