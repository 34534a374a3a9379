import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { ScoreBoardView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, DayLine, TextLine, TickLine } from '../people/fields';
import { isPoints, pointsShown } from './points';

type Criterion = ScoreBoardView['criteria'][number];
const KINDS = ['base', 'bonus', 'deduction'] as const;

/** The table of criteria, who is scored and until when bodies score themselves. */
export function CriteriaForm({ board }: { readonly board: ScoreBoardView }): ReactNode {
  const t = useText();
  const save = useAct('saveScoreBoard');
  const [criteria, setCriteria] = useState<readonly Criterion[]>(board.criteria.map((one) => ({ ...one, most: pointsShown(one.most) })));
  const [bodies, setBodies] = useState<readonly string[]>(board.bodies);
  const [due, setDue] = useState(board.dueOn ?? '');
  const right = criteria.every(({ most, text }) => most !== '' && isPoints(most) && text.trim().length >= 3);
  const set = (at: number, value: Criterion): void => {
    setCriteria(criteria.map((one, index) => (index === at ? value : one)));
  };
  return (
    <section className="section" aria-label={t('movements.judging.criteria')}>
      <h2>{t('movements.judging.criteria')}</h2>
      {criteria.map((one, at) => (
        <div className="judge-row" key={one.id}>
          <TextLine
            id={`criterion-${one.id}`}
            label={t('movements.judging.criterion')}
            value={one.text}
            max={1000}
            rows={2}
            onChange={(text) => {
              set(at, { ...one, text });
            }}
          />
          <TextLine
            id={`most-${one.id}`}
            label={t('movements.judging.most')}
            value={one.most}
            max={7}
            onChange={(most) => {
              set(at, { ...one, most });
            }}
          />
          <ChoiceLine
            id={`kind-${one.id}`}
            label={t('movements.judging.kind')}
            value={one.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`movements.judging.criterionKind.${kind}`) }))}
            onChange={(chosen) => {
              set(at, { ...one, kind: KINDS.find((kind) => kind === chosen) ?? 'base' });
            }}
          />
          <Button
            onClick={() => {
              setCriteria(criteria.filter((_, index) => index !== at));
            }}
          >
            {t('movements.judging.drop')}
          </Button>
          <div className="wide">
            <TickLine
              id={`movement-${one.id}`}
              label={t('movements.judging.movementRow')}
              value={one.movement}
              onChange={(movement) => {
                set(at, { ...one, movement });
              }}
            />
          </div>
        </div>
      ))}
      <div className="judge-bar">
        <Button
          onClick={() => {
            setCriteria([...criteria, { id: nextId(criteria), kind: 'base', text: '', most: '', movement: false }]);
          }}
        >
          {t('movements.judging.addCriterion')}
        </Button>
      </div>
      <h3>{t('movements.judging.scored')}</h3>
      {board.choices.map(({ orgId, name }) => (
        <TickLine
          key={orgId}
          id={`scored-${orgId}`}
          label={name}
          value={bodies.includes(orgId)}
          onChange={(chosen) => {
            setBodies(chosen ? [...bodies, orgId] : bodies.filter((id) => id !== orgId));
          }}
        />
      ))}
      <div className="judge-form">
        <DayLine id="scoring-due" label={t('movements.judging.selfDue')} value={due} onChange={setDue} />
      </div>
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          disabled={!right}
          onClick={() => {
            const body = { version: board.version, criteria: [...criteria], bodies: [...bodies], dueOn: due === '' ? null : due };
            save.mutate({ params: { id: board.workId }, body });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? t('movements.judging.saved') : right ? '' : t('movements.judging.pointsEach')}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.judging.thenTask')}</p>
    </section>
  );
}

/** The first 'tieu-chi-n' that is free. */
function nextId(criteria: readonly Criterion[]): string {
  const used = new Set(criteria.map(({ id }) => id));
  const at = criteria.findIndex((_, index) => !used.has(`tieu-chi-${String(index + 1)}`));
  return `tieu-chi-${String((at < 0 ? criteria.length : at) + 1)}`;
}
