import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ImportLine, ImportView, ProblemView } from '@thidua/contract';
import { useText } from '../../i18n/use-text';
import { labelOf, type Names } from './diagram-names';

interface Props {
  readonly imported: ImportView;
  /** Names the downloaded original. */
  readonly processKey: string;
  readonly names: Names;
  /** The findings of the draft now: a line without a mark any more has been settled. */
  readonly problems: readonly ProblemView[];
  readonly onSelect: (elementId: string) => void;
}

/** Most urgent first. */
const KINDS = ['not-mappable', 'changed-meaning', 'mapped'] as const;
const TONE = { mapped: 'calm', 'changed-meaning': 'amber', 'not-mappable': 'red' } as const;

/** What became of each word of the other tool; a press on a line selects its shape. */
export function Conversion({ imported, processKey, names, problems, onSelect }: Props): ReactNode {
  const t = useText();
  const [kind, setKind] = useState<ImportLine['kind'] | 'all'>('all');
  const { dialect, report } = imported;
  const sorted = KINDS.flatMap((one) => report.filter((line) => line.kind === one));
  const shown = kind === 'all' ? sorted : sorted.filter((line) => line.kind === kind);
  return (
    <section className="section" aria-label={t('conversion.title')}>
      <div className="page-head">
        <div>
          <h2>{t('conversion.title')}</h2>
          <p className="muted">
            {dialect === null
              ? t('conversion.native')
              : t('conversion.line', { dialect: t.or(`dialect.${dialect}`, dialect), count: report.length })}
          </p>
        </div>
        <Button
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => {
            download(imported.original, `${processKey}.bpmn`);
          }}
        >
          {t('conversion.original')}
        </Button>
      </div>
      {report.length === 0 ? null : (
        <>
          <div className="bar-buttons conversion-kinds" role="group" aria-label={t('conversion.filter')}>
            {(['all', ...KINDS] as const).map((one) => (
              <Button
                key={one}
                size="small"
                type={kind === one ? 'primary' : 'default'}
                aria-pressed={kind === one}
                onClick={() => {
                  setKind(one);
                }}
              >
                {t(`conversion.kinds.${one}`)} ({one === 'all' ? report.length : report.filter((line) => line.kind === one).length})
              </Button>
            ))}
          </div>
          <div className="table-scroll conversion">
            <table className="data">
              <thead>
                <tr>
                  {['element', 'what', 'kind', 'sentence'].map((name) => (
                    <th key={name} scope="col">
                      {t(`conversion.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((line, index) => (
                  <Line
                    key={`${line.elementId}/${line.what}/${String(index)}`}
                    line={line}
                    label={labelOf(line.elementId, names, t)}
                    settled={line.kind === 'not-mappable' && !problems.some((problem) => isMarkOf(problem, line))}
                    onSelect={onSelect}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: ImportLine;
  readonly label: string;
  readonly settled: boolean;
  readonly onSelect: (elementId: string) => void;
}

function Line({ line, label, settled, onSelect }: LineProps): ReactNode {
  const t = useText();
  const { language } = useTranslation().i18n;
  return (
    <tr
      className="pressable"
      onClick={() => {
        onSelect(line.elementId);
      }}
    >
      <th scope="row">
        <button type="button" className="as-link">
          {label}
        </button>
        <div className="small muted">{t.or(`elementType.${line.elementType.replace('bpmn:', '')}`, line.elementType)}</div>
      </th>
      <td>
        <code>{line.what}</code>
      </td>
      <td className="nowrap">
        {settled ? (
          <span className="tag tag-calm">{t('conversion.settled')}</span>
        ) : (
          <span className={`tag tag-${TONE[line.kind]}`}>{t(`conversion.kind.${line.kind}`)}</span>
        )}
      </td>
      <td className="conversion-sentence">{language === 'en' ? line.en : line.vi}</td>
    </tr>
  );
}

function isMarkOf({ code, elementId, detail }: ProblemView, line: ImportLine): boolean {
  return code === 'not-convertible' && elementId === line.elementId && detail['what'] === line.what;
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
