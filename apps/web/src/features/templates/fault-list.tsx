import type { ReactNode } from 'react';
import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TemplateFault } from '@thidua/contract';
import { useText } from '../../i18n/use-text';

interface Props {
  readonly title: string;
  readonly faults: readonly TemplateFault[];
  readonly none: string;
  readonly onLine: (line: number) => void;
}

/** What is wrong, refusals first; a fault that lies in a line leads there. */
export function FaultList({ title, faults, none, onLine }: Props): ReactNode {
  const sorted = faults.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  return (
    <div role="group" aria-label={title}>
      <h3>{title}</h3>
      {sorted.length === 0 ? (
        <p className="templates-good">
          <CheckCircleOutlined aria-hidden /> {none}
        </p>
      ) : (
        <ul className="templates-faults">
          {sorted.map((fault) => (
            <FaultLine key={JSON.stringify(fault)} fault={fault} onLine={onLine} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FaultLine({ fault, onLine }: { readonly fault: TemplateFault; readonly onLine: (line: number) => void }): ReactNode {
  const t = useText();
  const { severity, code, line, partial, about, says, meant } = fault;
  return (
    <li className={`templates-${severity}`}>
      {severity === 'refusal' ? <CloseCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
      <div>
        <span className="small muted">{t(`templates.${severity}`)} </span>
        {line === null || partial !== null ? null : (
          <Button
            size="small"
            onClick={() => {
              onLine(line);
            }}
          >
            {t('templates.lineNumber', { line })}
          </Button>
        )}
        {partial === null ? null : <span>{t('templates.inPart', { partial, line: line ?? '' })} </span>}
        {t.or(`templates.fault.${code}`, code, { about, says: meant === '' ? says : '' })}
        {meant === '' ? null : <div>{t(says === '' ? 'templates.meant' : 'templates.meantField', { meant, says })}</div>}
      </div>
    </li>
  );
}
