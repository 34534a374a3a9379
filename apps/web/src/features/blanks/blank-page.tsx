import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Checkbox, Select, Slider } from 'antd';
import { BLANK_SOURCES, type BlankField, type BlankSource, type BlankView } from '@thidua/contract';
import { addressOf } from '../../api/client';
import { useAct, useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { PrintButton } from '../../pieces/print-button';
import { RetireBlank } from './retire-blank';
import { BlankCanvas } from './blank-canvas';
import { BlankHead, type Head } from './blank-head';
import { FieldTable } from './field-table';
import { mmText } from './mm-text';
import { PictureUpload } from './picture-upload';
import { useFields } from './use-fields';
import './blanks.css';

/** One blank: its picture with the fields on it, the same fields in numbers, and a test print. */
export default function BlankPage(): ReactNode {
  const { id } = useParams({ from: '/frame/phoi/$id' });
  const blank = useRead('blank', { params: { id } });
  if (blank.data === undefined) {
    return (
      <div className="page">
        {blank.error === null ? <Loading /> : <ErrorNote error={blank.error} onRetry={() => void blank.refetch()} />}
      </div>
    );
  }
  return <Editor key={blank.data.id} blank={blank.data} />;
}

const ZOOM = { min: 1.2, max: 8, step: 0.1 };

/** Pixels per millimetre at which the whole sheet is seen. */
function fitting({ widthMm, heightMm }: BlankView): number {
  const fits = Math.min((window.innerWidth - 220) / widthMm, (window.innerHeight * 0.72 - 40) / heightMm);
  return Math.min(4, Math.max(ZOOM.min, Math.floor(fits * 10) / 10));
}

function Editor({ blank }: { readonly blank: BlankView }): ReactNode {
  const t = useText();
  const go = useNavigate();
  const list = useRead('blanks');
  const save = useAct('changeBlank');
  const history = useFields(blank.fields);
  const [head, setHead] = useState<Head>(headOf(blank));
  const [kept, setKept] = useState({ head: headOf(blank), version: blank.version });
  const [chosen, setChosen] = useState<string | null>(null);
  const [scale, setScale] = useState(() => fitting(blank));
  const [picture, setPicture] = useState(true);
  const [withPicture, setWithPicture] = useState(false);
  const locked = !blank.mayChange;
  const dirty = history.dirty || JSON.stringify(head) !== JSON.stringify(kept.head);
  const current = history.fields.find((field) => field.key === chosen);
  const keep = (): void => {
    const body = { version: kept.version, ...head, name: head.name.trim(), fields: history.fields.map((field) => ({ ...field })) };
    save.mutate(
      { params: { id: blank.id }, body },
      {
        onSuccess: ({ version }) => {
          history.saved();
          setKept({ head, version });
        },
      },
    );
  };
  const keys = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) {
      return;
    }
    const act = { z: event.shiftKey ? history.redo : history.undo, y: history.redo, s: dirty && !locked ? keep : undefined }[
      event.key.toLowerCase()
    ];
    if (act !== undefined) {
      event.preventDefault();
      act();
    }
  };
  const add = (source: BlankSource): void => {
    const field = newField(source, history.fields, head);
    history.change([...history.fields, field]);
    setChosen(field.key);
  };
  const address =
    blank.pictureSha256 === null ? undefined : `${addressOf('blankPicture', { id: blank.id })}?v=${blank.pictureSha256.slice(0, 12)}`;
  return (
    <div className="page" onKeyDown={keys}>
      <PageHead title={blank.name} line={<Line blank={blank} />}>
        {locked ? null : (
          <>
            <RetireBlank blank={blank} version={kept.version} onDone={() => void go({ to: '/phoi' })} />
            <Button type="primary" icon={<SaveOutlined aria-hidden />} disabled={!dirty} loading={save.isPending} onClick={keep}>
              {t('blanks.save')}
            </Button>
          </>
        )}
      </PageHead>
      <ErrorNote error={save.error} />
      <section className="section" aria-label={t('blanks.about')}>
        <BlankHead head={head} awards={list.data?.awards ?? []} locked={locked} onChange={setHead} />
      </section>
      <section className="section" aria-label={t('blanks.arrange')}>
        <div className="blank-bar">
          <Button size="small" icon={<UndoOutlined aria-hidden />} disabled={!history.canUndo} onClick={history.undo}>
            {t('blanks.undo')}
          </Button>
          <Button size="small" icon={<RedoOutlined aria-hidden />} disabled={!history.canRedo} onClick={history.redo}>
            {t('blanks.redo')}
          </Button>
          <span id="blank-zoom">{t('blanks.zoom')}</span>
          <Slider
            ariaLabelledByForHandle="blank-zoom"
            style={{ width: 140 }}
            min={ZOOM.min}
            max={ZOOM.max}
            step={ZOOM.step}
            value={scale}
            tooltip={{ open: false }}
            onChange={setScale}
          />
          {address === undefined ? null : (
            <Checkbox
              checked={picture}
              onChange={(event) => {
                setPicture(event.target.checked);
              }}
            >
              {t('blanks.showPicture')}
            </Checkbox>
          )}
          {locked ? null : <PictureUpload id={blank.id} has={address !== undefined} />}
          {locked ? null : (
            <Select<BlankSource | null>
              size="small"
              aria-label={t('blanks.addField')}
              style={{ width: 190 }}
              value={null}
              placeholder={t('blanks.addField')}
              options={BLANK_SOURCES.map((source) => ({ value: source, label: t(`blanks.source.${source}`) }))}
              onChange={(source) => {
                if (source !== null) {
                  add(source);
                }
              }}
            />
          )}
        </div>
        <p className="small muted">{t('blanks.help')}</p>
        <BlankCanvas
          sheet={head}
          picture={picture ? address : undefined}
          history={history}
          chosen={chosen}
          onChoose={setChosen}
          scale={scale}
          locked={locked}
        />
        <p className="small" role="status">
          {current === undefined
            ? t('blanks.noneChosen')
            : t('blanks.fieldAt', { name: t(`blanks.source.${current.source}`), x: mmText(current.xMm), y: mmText(current.yMm) })}
        </p>
      </section>
      <section className="section" aria-label={t('blanks.numbers')}>
        <h2>{t('blanks.numbers')}</h2>
        <FieldTable history={history} chosen={chosen} onChoose={setChosen} locked={locked} />
      </section>
      {locked ? null : (
        <section className="section" aria-label={t('blanks.test')}>
          <h2>{t('blanks.test')}</h2>
          <p className="small muted">{t('blanks.testHelp')}</p>
          <div className="blank-bar">
            <Checkbox
              checked={withPicture}
              disabled={address === undefined}
              onChange={(event) => {
                setWithPicture(event.target.checked);
              }}
            >
              {t('blanks.testPicture')}
            </Checkbox>
            <PrintButton
              kind="blank-test"
              params={{ blankId: blank.id, picture: withPicture && address !== undefined }}
              label={t('blanks.testDo')}
              whyNot={dirty ? t('blanks.saveFirst') : undefined}
            />
            {dirty ? <span className="small">{t('blanks.saveFirst')}</span> : null}
          </div>
        </section>
      )}
    </div>
  );
}

function Line({ blank }: { readonly blank: BlankView }): ReactNode {
  const t = useText();
  return (
    <>
      <span>{blank.orgName}</span>
      <span>{t('blanks.savedBy', { at: instantText(blank.changedAt), who: blank.changedBy, version: blank.version })}</span>
    </>
  );
}

function headOf({ name, awards, widthMm, heightMm }: BlankView): Head {
  return { name, awards, widthMm, heightMm };
}

/** In the middle of the sheet, under a key that is free. */
function newField(source: BlankSource, fields: readonly BlankField[], sheet: Head): BlankField {
  const taken = new Set(fields.map((field) => field.key));
  let key: string = source;
  for (let n = 2; taken.has(key); n += 1) {
    key = `${source}-${n}`;
  }
  const widthMm = source === 'verifyQr' ? 22 : 80;
  return {
    key,
    source,
    text: source === 'text' ? '…' : '',
    xMm: Math.round((sheet.widthMm - widthMm) / 2),
    yMm: Math.round(sheet.heightMm / 2),
    widthMm,
    sizePt: 14,
    minPt: 11,
    lines: 1,
    bold: false,
    italic: false,
    align: 'center',
    colour: '#000000',
    upper: false,
  };
}
