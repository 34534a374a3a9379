import { useRef, type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { BLANK_SAMPLE, type BlankField } from '@thidua/contract';
import { mmText } from './mm-text';
import { useText } from '../../i18n/use-text';
import { guidesOf, snapped } from './guides';
import { replaced, tenth, type FieldHistory } from './use-fields';

const STEP_MM = 0.5;
const LEAP_MM = 5;
const MM_PER_POINT = 25.4 / 72;
const LINE_HEIGHT = 1.2;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface Props {
  readonly sheet: { readonly widthMm: number; readonly heightMm: number };
  /** Address of the picture; absent when there is none. */
  readonly picture?: string | undefined;
  readonly history: FieldHistory;
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  /** Pixels per millimetre. */
  readonly scale: number;
  readonly locked: boolean;
}

interface Held {
  readonly field: BlankField;
  readonly x: number;
  readonly y: number;
}

/** The sheet as it lies on the table, its fields where they will be printed: moved by mouse, finger or arrow keys. */
export function BlankCanvas({ sheet, picture, history, chosen, onChoose, scale, locked }: Props): ReactNode {
  const t = useText();
  const { fields } = history;
  const held = useRef<Held | null>(null);
  const current = fields.find((field) => field.key === chosen);
  const guides = current === undefined ? [] : guidesOf(current, othersOf(fields, current), sheet);

  const moved = (event: PointerEvent): BlankField | null => {
    if (held.current === null) {
      return null;
    }
    const { field, x, y } = held.current;
    const free = {
      ...field,
      xMm: field.xMm + Math.round((event.clientX - x) / scale / STEP_MM) * STEP_MM,
      yMm: field.yMm + Math.round((event.clientY - y) / scale / STEP_MM) * STEP_MM,
    };
    const next = event.altKey ? free : snapped(free, othersOf(fields, field), sheet);
    return { ...next, xMm: tenth(next.xMm), yMm: tenth(next.yMm) };
  };
  const grab = (field: BlankField) => (event: PointerEvent<HTMLButtonElement>) => {
    onChoose(field.key);
    if (locked || event.button !== 0) {
      return;
    }
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { field, x: event.clientX, y: event.clientY };
  };
  const drag = (event: PointerEvent): void => {
    const next = moved(event);
    if (next !== null) {
      history.preview(replaced(fields, next.key, next));
    }
  };
  const drop = (event: PointerEvent): void => {
    const next = moved(event);
    const from = held.current?.field;
    held.current = null;
    if (next === null || (next.xMm === from?.xMm && next.yMm === from.yMm)) {
      history.preview(null);
      return;
    }
    history.change(replaced(fields, next.key, next));
  };
  const press = (field: BlankField) => (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (way === undefined || locked) {
      return;
    }
    event.preventDefault();
    const by = event.shiftKey ? LEAP_MM : STEP_MM;
    history.change(replaced(fields, field.key, { xMm: tenth(field.xMm + way[0] * by), yMm: tenth(field.yMm + way[1] * by) }));
  };

  return (
    <div className="blank-desk" role="group" aria-label={t('blanks.sheet')}>
      <div className="blank-sheet" style={{ width: sheet.widthMm * scale, height: sheet.heightMm * scale }}>
        {picture === undefined ? null : <img src={picture} alt="" draggable={false} />}
        {guides.map((guide) => (
          <span
            key={`${guide.axis}${guide.at}`}
            className={`blank-guide blank-guide-${guide.axis}`}
            style={guide.axis === 'x' ? { left: guide.at * scale } : { top: guide.at * scale }}
          />
        ))}
        {fields.map((field) => (
          <button
            key={field.key}
            type="button"
            className={field.key === chosen ? 'blank-field chosen' : 'blank-field'}
            style={styleOf(field, scale)}
            aria-pressed={field.key === chosen}
            aria-label={t('blanks.fieldAt', {
              name: t(`blanks.source.${field.source}`),
              x: mmText(field.xMm),
              y: mmText(field.yMm),
            })}
            onPointerDown={grab(field)}
            onPointerMove={drag}
            onPointerUp={drop}
            onPointerCancel={() => {
              held.current = null;
              history.preview(null);
            }}
            onFocus={() => {
              onChoose(field.key);
            }}
            onKeyDown={press(field)}
          >
            {field.source === 'verifyQr' ? <span className="blank-code">QR</span> : wordsOf(field)}
          </button>
        ))}
      </div>
    </div>
  );
}

function othersOf(fields: FieldHistory['fields'], field: BlankField): FieldHistory['fields'] {
  return fields.filter((one) => one.key !== field.key);
}

function wordsOf(field: BlankField): string {
  const words = field.source === 'text' ? field.text : BLANK_SAMPLE[field.source];
  return field.upper ? words.toLocaleUpperCase('vi') : words;
}

/** As the printer will set it: Tinos has the widths of Times New Roman. */
function styleOf(field: BlankField, scale: number): CSSProperties {
  const { xMm, yMm, widthMm, sizePt, bold, italic, align, colour, source } = field;
  const size = sizePt * MM_PER_POINT * scale;
  return {
    left: xMm * scale,
    top: yMm * scale,
    width: widthMm * scale,
    minHeight: source === 'verifyQr' ? widthMm * scale : size * LINE_HEIGHT,
    color: colour,
    fontSize: size,
    lineHeight: LINE_HEIGHT,
    fontStyle: italic ? 'italic' : 'normal',
    fontWeight: bold ? 700 : 400,
    textAlign: align,
  };
}
