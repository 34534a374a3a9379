import { useMemo, useState, type ReactNode } from 'react';
import { Button, Checkbox, Input } from 'antd';
import type { PackRowView, PackSummary } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { dayText, plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { ConfirmDialog } from './confirm-dialog';
import { OverrideDialog } from './override-dialog';
import { Waiting } from './waiting';
import { ReasonDialog } from '../../pieces/reason-dialog';

interface Props {
  readonly pack: PackSummary;
  readonly mayAdminister: boolean;
  readonly today: string;
}

/** The rows of one pack: filtered by list, words and confirmation; those chosen may be confirmed by one paper. */
export function RowTable({ pack, mayAdminister, today }: Props): ReactNode {
  const t = useText();
  const read = useRead('packRows', { params: { pack: pack.id } });
  const [list, setList] = useState('');
  const [words, setWords] = useState('');
  const [openOnly, setOpenOnly] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [confirming, setConfirming] = useState(false);
  const [overriding, setOverriding] = useState<PackRowView | null>(null);
  const rows = useMemo(() => read.data?.rows ?? [], [read.data]);
  const names = useMemo(() => awardNames(rows), [rows]);
  const lists = [...new Map(rows.map((row) => [row.list, row.listName]))];
  const sought = plainText(words.trim());
  const seen = rows.filter(
    (row) =>
      (list === '' || row.list === list) &&
      (!openOnly || !row.confirmed) &&
      (sought === '' || plainText(`${row.id} ${row.awards.join(' ')} ${namesOf(row, names)} ${row.text} ${row.citation}`).includes(sought)),
  );
  const mayConfirm = mayAdminister && pack.status === 'in-use';
  const toggle = (key: string, on: boolean): void => {
    setChosen((before) => (on ? [...before, key] : before.filter((one) => one !== key)));
  };
  return (
    <section className="section" aria-label={t('law.rows')}>
      <h2>{t('law.rowsOf', { title: pack.title })}</h2>
      <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : null
      ) : (
        <>
          <div className="law-filter">
            <label>
              <span className="field-label">{t('law.filter.list')}</span>
              <select
                className="form-input"
                value={list}
                onChange={(event) => {
                  setList(event.target.value);
                }}
              >
                <option value="">{t('law.filter.all', { count: rows.length })}</option>
                {lists.map(([key, name]) => (
                  <option key={key} value={key}>
                    {name} ({rows.filter((row) => row.list === key).length})
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span className="field-label">{t('law.filter.words')}</span>
              <Input
                value={words}
                placeholder={t('law.filter.hint')}
                onChange={(event) => {
                  setWords(event.target.value);
                }}
              />
            </label>
            <Checkbox
              checked={openOnly}
              onChange={(event) => {
                setOpenOnly(event.target.checked);
              }}
            >
              {t('law.filter.openOnly')}
            </Checkbox>
            <span className="muted small">{t('law.filter.shown', { shown: seen.length, count: rows.length })}</span>
          </div>
          <div className="table-scroll law-rows">
            <table className="data">
              <thead>
                <tr>
                  {mayConfirm ? <th scope="col">{t('law.column.choose')}</th> : null}
                  {['row', 'says', 'effect', 'citation', 'confirmed'].map((name) => (
                    <th key={name} scope="col">
                      {t(`law.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {seen.map((row) => (
                  <Row
                    key={row.key}
                    row={row}
                    awards={namesOf(row, names)}
                    mayConfirm={mayConfirm}
                    chosen={chosen.includes(row.key)}
                    onToggle={toggle}
                    onOverride={setOverriding}
                  />
                ))}
              </tbody>
            </table>
          </div>
          {mayConfirm ? (
            <div className="law-selection">
              <span>{t('law.chosen', { count: chosen.length })}</span>
              <Button
                type="primary"
                disabled={chosen.length === 0}
                onClick={() => {
                  setConfirming(true);
                }}
              >
                {t('law.proposeConfirmation')}
              </Button>
              <Button
                disabled={seen.every((row) => !mayChoose(row))}
                onClick={() => {
                  setChosen([...new Set([...chosen, ...seen.filter(mayChoose).map((row) => row.key)])]);
                }}
              >
                {t('law.chooseShown')}
              </Button>
              {chosen.length === 0 ? <span className="why">{t('law.chooseFirst')}</span> : null}
            </div>
          ) : null}
          {mayAdminister ? <Waiting rows={rows} /> : null}
        </>
      )}
      {confirming ? (
        <ConfirmDialog
          packId={pack.id}
          rowKeys={chosen}
          rowIds={rows.filter((row) => chosen.includes(row.key)).map((row) => row.id)}
          onClose={() => {
            setConfirming(false);
          }}
          onDone={() => {
            setConfirming(false);
            setChosen([]);
          }}
        />
      ) : null}
      {overriding === null ? null : (
        <OverrideDialog
          packId={pack.id}
          row={overriding}
          today={today < pack.receivedFrom ? pack.receivedFrom : today}
          onClose={() => {
            setOverriding(null);
          }}
        />
      )}
    </section>
  );
}

/** What the codes of the catalogue are called. */
function awardNames(rows: readonly PackRowView[]): ReadonlyMap<string, string> {
  return new Map(
    rows.filter((row) => row.list === 'awards').flatMap((row) => row.awards.map((award) => [award, row.text.split('; ')[0] ?? award])),
  );
}

function namesOf(row: PackRowView, names: ReadonlyMap<string, string>): string {
  return row.list === 'awards' ? '' : row.awards.map((award) => names.get(award) ?? award).join(', ');
}

const mayChoose = (row: PackRowView): boolean => !row.confirmed && row.confirmation === null;

interface RowProps {
  readonly row: PackRowView;
  readonly awards: string;
  readonly mayConfirm: boolean;
  readonly chosen: boolean;
  readonly onToggle: (key: string, on: boolean) => void;
  readonly onOverride: (row: PackRowView) => void;
}

function Row({ row, awards, mayConfirm, chosen, onToggle, onOverride }: RowProps): ReactNode {
  const t = useText();
  return (
    <tr>
      {mayConfirm ? (
        <td>
          {mayChoose(row) ? (
            <Checkbox
              checked={chosen}
              aria-label={t('law.chooseRow', { id: row.id })}
              onChange={(event) => {
                onToggle(row.key, event.target.checked);
              }}
            />
          ) : null}
        </td>
      ) : null}
      <th scope="row">
        <span className="nowrap">{row.id}</span>
        <div className="small muted">{row.listName}</div>
      </th>
      <td>
        {row.text}
        {awards === '' ? null : <div className="small muted">{awards}</div>}
        {row.note === null ? null : <div className="small muted">{row.note}</div>}
      </td>
      <td className="nowrap small">
        {dayText(row.effectiveFrom)}
        {row.effectiveTo === null ? null : <div>– {dayText(row.effectiveTo)}</div>}
      </td>
      <td className="small">
        {row.citation}
        {row.local ? <div>{t('law.localRow')}</div> : null}
      </td>
      <td>
        <Confirmed row={row} mayConfirm={mayConfirm} />
        {mayConfirm && row.mayOverride ? (
          <Button
            size="small"
            type="link"
            aria-label={t('law.overrideOf', { id: row.id })}
            onClick={() => {
              onOverride(row);
            }}
          >
            {t('law.override')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

function Confirmed({ row, mayConfirm }: { readonly row: PackRowView; readonly mayConfirm: boolean }): ReactNode {
  const t = useText();
  const { confirmation } = row;
  const withdraw = useAct('withdrawConfirmation');
  const [asking, setAsking] = useState(false);
  if (confirmation === null) {
    return (
      <span className={`tag tag-${row.confirmed ? 'calm' : 'amber'}`}>{t(row.confirmed ? 'law.confirmed' : 'unconfirmed.short')}</span>
    );
  }
  return (
    <div>
      <span className={`tag tag-${confirmation.status === 'confirmed' ? 'calm' : 'blue'}`}>
        {t(`law.confirmation.${confirmation.status}`)}
      </span>
      <div className="small">
        <a href={addressOf('lawFile', { sha256: confirmation.fileSha256 })} target="_blank" rel="noreferrer">
          {t('law.paper', { number: confirmation.number, day: dayText(confirmation.date) })}
        </a>
        , {confirmation.body}
      </div>
      <div className="small muted">
        {confirmation.confirmedBy === null
          ? t('law.proposedBy', { by: confirmation.proposedBy })
          : t('law.confirmedBy', { by: confirmation.confirmedBy, proposer: confirmation.proposedBy })}
      </div>
      {mayConfirm ? (
        <Button
          size="small"
          type="link"
          danger
          aria-label={t('law.withdrawOf', { id: row.id })}
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('law.withdraw')}
        </Button>
      ) : null}
      {asking ? (
        <ReasonDialog
          title={t('law.withdrawOf', { id: row.id })}
          verb={t('law.withdraw')}
          label={t('law.reason')}
          danger
          pending={withdraw.isPending}
          error={withdraw.error}
          onDo={(reason) => {
            withdraw.mutate(
              { params: { id: confirmation.id }, body: { reason } },
              {
                onSuccess: () => {
                  setAsking(false);
                },
              },
            );
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
}
