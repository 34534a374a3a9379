import type { ReactNode } from 'react';
import { Checkbox } from 'antd';
import type { DryRunLine, WhatIfReason } from '@thidua/contract';
import { useText, type Text } from '../../i18n/use-text';
import { VerdictTag } from './verdict';

interface Props {
  readonly lines: readonly DryRunLine[];
  readonly mayChoose: boolean;
  readonly chosen: readonly string[];
  readonly onChoose: (instanceId: string, on: boolean) => void;
  readonly onOpen: (instanceId: string) => void;
}

const MOST_REASONS = 3;

export function Lines({ lines, mayChoose, chosen, onChoose, onOpen }: Props): ReactNode {
  const t = useText();
  if (lines.length === 0) {
    return <p className="muted">{t('whatIf.none')}</p>;
  }
  return (
    <div className="table-scroll what-if-lines">
      <table className="data">
        <thead>
          <tr>
            {mayChoose ? <th scope="col">{t('whatIf.column.choose')}</th> : null}
            {['code', 'version', 'at', 'verdict', 'why'].map((name) => (
              <th key={name} scope="col">
                {t(`whatIf.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.instanceId}>
              {mayChoose ? (
                <td>
                  <Checkbox
                    aria-label={t('whatIf.chooseOne', { code: codeOf(line) })}
                    checked={chosen.includes(line.instanceId)}
                    disabled={line.verdict === 'mapping' || line.verdict === 'breaks'}
                    onChange={(event) => {
                      onChoose(line.instanceId, event.target.checked);
                    }}
                  />
                </td>
              ) : null}
              <th scope="row">
                <button
                  type="button"
                  className="link-like"
                  aria-label={t('whatIf.open', { code: codeOf(line) })}
                  onClick={() => {
                    onOpen(line.instanceId);
                  }}
                >
                  {codeOf(line)}
                </button>
              </th>
              <td>{line.version}</td>
              <td>{line.at.join('; ')}</td>
              <td className="nowrap">
                <VerdictTag verdict={line.verdict} />
              </td>
              <td>
                {line.reasons
                  .slice(0, MOST_REASONS)
                  .map((reason) => reasonText(reason, t))
                  .join(' ')}
                {line.reasons.length > MOST_REASONS ? ` ${t('whatIf.more', { count: line.reasons.length - MOST_REASONS })}` : ''}
                {line.lateAtOnce ? <strong className="what-if-late"> {t('whatIf.late')}</strong> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function codeOf({ businessKey, instanceId }: Pick<DryRunLine, 'businessKey' | 'instanceId'>): string {
  return businessKey ?? instanceId.slice(-8);
}

export function reasonText({ code, elementName }: WhatIfReason, t: Text): string {
  return t(`whatIf.reason.${code}`, { name: elementName });
}
