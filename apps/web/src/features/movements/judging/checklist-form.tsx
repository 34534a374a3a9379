import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { InspectedUnitView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { TextLine } from '../people/fields';
import { ChecklistItem } from './checklist-item';
import { LinesField } from './lines-field';
import { fromLines, toLines } from './points';

type Person = InspectedUnitView['minutes']['inspectors'][number];

/** What the team finds at one body and who was there; half of it may be kept, the task asks for the whole. */
export function ChecklistForm({ unit }: { readonly unit: InspectedUnitView }): ReactNode {
  const t = useText();
  const save = useAct('saveFindings');
  const { minutes } = unit;
  const [findings, setFindings] = useState(unit.findings);
  const [start, setStart] = useState(minutes.startTime ?? '');
  const [end, setEnd] = useState(minutes.endTime ?? '');
  const ours = unit.team.map(({ name, title }) => ({ name, title }));
  const [inspectors, setInspectors] = useState(peopleText(minutes.inspectors.length === 0 ? ours : minutes.inspectors));
  const [theirs, setTheirs] = useState(peopleText(minutes.representatives));
  const [requests, setRequests] = useState(fromLines(minutes.requests));
  const left = findings.filter(({ result, remark }) => result === null || (result !== 'met' && remark.trim() === '')).length;
  const hours = [start, end].every((hour) => hour === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(hour));
  const body = {
    version: unit.version,
    startTime: start === '' ? null : start,
    endTime: end === '' ? null : end,
    inspectors: peopleOf(inspectors),
    representatives: peopleOf(theirs),
    requests: toLines(requests),
    findings: findings.map(({ item, result, remark, documents }) => ({ item, result, remark, documents })),
  };
  return (
    <section className="section" aria-label={t('movements.judging.checklist')}>
      <h2>{t('movements.judging.checklist')}</h2>
      {findings.map((finding, at) => (
        <ChecklistItem
          key={finding.item}
          at={at + 1}
          finding={finding}
          unit={unit}
          onChange={(changed) => {
            setFindings(findings.map((one) => (one.item === changed.item ? changed : one)));
          }}
        />
      ))}
      <h3>{t('movements.judging.minutes')}</h3>
      <div className="judge-form">
        <TextLine id="start" label={t('movements.judging.startTime')} value={start} max={5} hint="08:00" onChange={setStart} />
        <TextLine id="end" label={t('movements.judging.endTime')} value={end} max={5} hint="11:00" onChange={setEnd} />
        <LinesField id="inspectors" label={t('movements.judging.inspectors')} value={inspectors} onChange={setInspectors} />
        <LinesField id="theirs" label={t('movements.judging.representatives')} value={theirs} onChange={setTheirs} />
        <LinesField id="requests" label={t('movements.judging.teamRequests')} value={requests} onChange={setRequests} />
      </div>
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!hours}
          onClick={() => {
            save.mutate({ params: { id: unit.workId }, body });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? `${t('movements.judging.saved')} ` : ''}
          {left === 0 ? t('movements.judging.allAnswered') : t('movements.judging.itemsLeft', { count: left })}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.judging.thenTask')}</p>
    </section>
  );
}

/** 'Họ tên, chức vụ' a line. */
function peopleText(people: readonly Person[]): string {
  return people.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`)).join('\n');
}

function peopleOf(text: string): Person[] {
  return toLines(text).map((line) => {
    const [name = '', ...rest] = line.split(',');
    return { name: name.trim(), title: rest.join(',').trim() };
  });
}
