import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Input } from 'antd';
import type { DryRunView, WhatIfVerdict } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { call } from '../../api/client';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { Counts } from './counts';
import { InstanceDialog } from './instance-dialog';
import { Lines } from './lines';
import { MigrateDialog } from './migrate-dialog';

const PAGE = 50;
/** Most that one act moves. */
const MOST = 500;

/** The instances of a run, filtered; those chosen may be moved to the version. */
export function Instances({ run, onMoved }: { readonly run: DryRunView; readonly onMoved: () => void }): ReactNode {
  const t = useText();
  const [verdict, setVerdict] = useState<WhatIfVerdict | null>(null);
  const [step, setStep] = useState('');
  const [late, setLate] = useState(false);
  const [words, setWords] = useState('');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const [moving, setMoving] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const filter = {
    ...(verdict === null ? {} : { verdict }),
    ...(step === '' ? {} : { step }),
    ...(late ? { late: 'co' as const } : {}),
    ...(words.trim() === '' ? {} : { q: words.trim() }),
  };
  const read = useRead('dryRunLines', { params: { id: run.id }, query: { ...filter, offset, limit: PAGE } });
  const found = read.data;
  const refilter = (set: () => void): void => {
    set();
    setOffset(0);
  };
  const chooseAll = async (): Promise<void> => {
    try {
      const all = await call('dryRunLines', { params: { id: run.id }, query: { ...filter, limit: MOST } });
      const movable = all.lines.filter((line) => line.verdict !== 'mapping' && line.verdict !== 'breaks');
      setChosen([...new Set([...chosen, ...movable.map((line) => line.instanceId)])].slice(0, MOST));
      setFailure(null);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <section className="section" aria-label={t('whatIf.instances')}>
      <h2>{t('whatIf.instances')}</h2>
      <Counts
        run={run}
        chosen={verdict}
        onChoose={(next) => {
          refilter(() => {
            setVerdict(next);
          });
        }}
      />
      <div className="what-if-filter">
        <label>
          <span className="field-label">{t('whatIf.filter.step')}</span>
          <select
            className="form-input"
            value={step}
            onChange={(event) => {
              refilter(() => {
                setStep(event.target.value);
              });
            }}
          >
            <option value="">{t('whatIf.filter.everyStep')}</option>
            {run.steps.map((one) => (
              <option key={one.elementId} value={one.elementId}>
                {one.name} ({one.instances})
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field-label">{t('whatIf.filter.words')}</span>
          <Input
            value={words}
            placeholder={t('whatIf.filter.hint')}
            onChange={(event) => {
              refilter(() => {
                setWords(event.target.value);
              });
            }}
          />
        </label>
        {run.lateAtOnce === 0 ? null : (
          <Checkbox
            checked={late}
            onChange={(event) => {
              refilter(() => {
                setLate(event.target.checked);
              });
            }}
          >
            {t('whatIf.filter.late')}
          </Checkbox>
        )}
        <span className="muted small" role="status">
          {found === undefined ? '' : t('whatIf.filter.shown', { count: found.total, total: run.total })}
        </span>
      </div>
      <ErrorNote error={read.error ?? failure} />
      {found === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Lines
          lines={found.lines}
          mayChoose={run.mayMigrate}
          chosen={chosen}
          onOpen={setOpened}
          onChoose={(id, on) => {
            setChosen((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
          }}
        />
      )}
      {found === undefined || found.total <= PAGE ? null : (
        <div className="bar-buttons">
          <Button
            disabled={offset === 0}
            onClick={() => {
              setOffset(offset - PAGE);
            }}
          >
            {t('whatIf.previous')}
          </Button>
          <span className="muted small">
            {t('whatIf.page', { from: offset + 1, to: Math.min(offset + PAGE, found.total), total: found.total })}
          </span>
          <Button
            disabled={offset + PAGE >= found.total}
            onClick={() => {
              setOffset(offset + PAGE);
            }}
          >
            {t('whatIf.next')}
          </Button>
        </div>
      )}
      {run.mayMigrate ? (
        <div className="what-if-selection">
          <span role="status">{t('whatIf.chosen', { count: chosen.length })}</span>
          <Button disabled={found === undefined || found.total === 0 || chosen.length >= MOST} onClick={() => void chooseAll()}>
            {t('whatIf.chooseShown')}
          </Button>
          <Button
            disabled={chosen.length === 0}
            onClick={() => {
              setChosen([]);
            }}
          >
            {t('whatIf.chooseNone')}
          </Button>
          <Button
            type="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              setMoving(true);
            }}
          >
            {t('whatIf.migrate', { count: chosen.length })}
          </Button>
          {chosen.length === 0 ? <span className="why">{t('whatIf.chooseFirst')}</span> : null}
          {chosen.length >= MOST ? <span className="why">{t('whatIf.most', { count: MOST })}</span> : null}
        </div>
      ) : run.total === 0 ? null : (
        <p className="why">{t('whatIf.publishFirst')}</p>
      )}
      {opened === null ? null : (
        <InstanceDialog
          runId={run.id}
          instanceId={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      )}
      {moving ? (
        <MigrateDialog
          run={run}
          instanceIds={chosen}
          onClose={(isDone) => {
            setMoving(false);
            if (isDone) {
              onMoved();
            }
          }}
        />
      ) : null}
    </section>
  );
}
