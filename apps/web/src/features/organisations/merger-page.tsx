import { useState, type ReactNode } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Radio, Select } from 'antd';
import type { BodyKind, MergerDone } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { plainText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { PageHead } from '../../pieces/page-head';
import { WhyDisabled } from '../../pieces/why-disabled';
import { BodyPicker, bodyOptions, DayInput, Field, TextInput } from '../people/fields';
import '../people/keeping.css';
import { KindPicker } from './add-body';

const KINDS = ['merged', 'split', 'ended', 'renamed'] as const;
interface NewBody {
  readonly kind: BodyKind | null;
  readonly name: string;
  readonly parentId: string | null;
  readonly symbol: string;
}

/** Several bodies end in one act and one comes after them: what each has in hand stands beside it before anything is written. */
export default function MergerPage(): ReactNode {
  const t = useText();
  const { tu } = useSearch({ from: '/frame/to-chuc/sap-nhap' });
  const merge = useAct('mergeOrganisations');
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const living = bodies.filter((body) => body.validTo === null && body.kind !== 'province');
  const [ids, setIds] = useState<readonly string[]>(tu === undefined ? [] : [tu]);
  const [kind, setKind] = useState<(typeof KINDS)[number]>('merged');
  const [lastDay, setDay] = useState('');
  const [paper, setPaper] = useState('');
  const [fresh, setFresh] = useState(true);
  const [orgId, setOrg] = useState<string | null>(null);
  const [made, setMade] = useState<NewBody>({ kind: null, name: '', parentId: null, symbol: '' });
  const [files, setFiles] = useState(true);
  const [posts, setPosts] = useState(true);
  const successor = fresh ? freshOf(made) : orgId === null ? null : { orgId };
  const asked = ids.length > 0 && lastDay !== '' && paper.trim().length >= 3 ? successor : null;
  if (merge.data !== undefined) {
    return <Done done={merge.data} />;
  }
  return (
    <div className="page">
      <PageHead title={t('bodies.merger.title')} line={t('bodies.merger.line')} />
      <section className="section" aria-label={t('bodies.merger.before')}>
        <h2>{t('bodies.merger.before')}</h2>
        <div className="keep-form">
          <Field id="merger-bodies" label={t('bodies.merger.bodies')} wide>
            <Select
              id="merger-bodies"
              mode="multiple"
              value={[...ids]}
              showSearch={{ filterOption: (input, option) => plainText(option?.label ?? '').includes(plainText(input)) }}
              options={bodyOptions(living)}
              onChange={(next: string[]) => {
                setIds(next);
              }}
            />
          </Field>
          <Field id="merger-kind" label={t('bodies.merger.kind')}>
            <Select
              id="merger-kind"
              value={kind}
              options={KINDS.map((one) => ({ value: one, label: t(`bodies.merger.kinds.${one}`) }))}
              onChange={setKind}
            />
          </Field>
          <DayInput id="merger-day" label={t('bodies.merger.lastDay')} value={lastDay} onChange={setDay} />
          <TextInput id="merger-paper" label={t('bodies.field.paper')} value={paper} wide onChange={setPaper} />
        </div>
        <ul className="plain">
          {ids.map((id) => (
            <Leaving key={id} id={id} name={bodies.find((body) => body.id === id)?.name ?? ''} />
          ))}
        </ul>
      </section>
      <section className="section" aria-label={t('bodies.merger.after')}>
        <h2>{t('bodies.merger.after')}</h2>
        <Radio.Group
          aria-label={t('bodies.merger.after')}
          value={fresh}
          options={[
            { value: true, label: t('bodies.merger.fresh') },
            { value: false, label: t('bodies.merger.there') },
          ]}
          onChange={(event) => {
            setFresh(event.target.value === true);
          }}
        />
        <div className="keep-form">
          {fresh ? (
            <Fresh bodies={bodies} made={made} onChange={setMade} />
          ) : (
            <BodyPicker
              id="merger-successor"
              label={t('bodies.merger.successor')}
              bodies={living.filter((body) => !ids.includes(body.id))}
              value={orgId}
              wide
              onChange={setOrg}
            />
          )}
        </div>
        <div className="keep-stack">
          <Checkbox
            checked={files}
            onChange={(event) => {
              setFiles(event.target.checked);
            }}
          >
            {t('bodies.merger.files')}
          </Checkbox>
          <Checkbox
            checked={posts}
            onChange={(event) => {
              setPosts(event.target.checked);
            }}
          >
            {t('bodies.merger.posts')}
          </Checkbox>
        </div>
      </section>
      <ErrorNote error={merge.error} />
      <Button
        type="primary"
        disabled={asked === null}
        loading={merge.isPending}
        onClick={() => {
          if (asked !== null) {
            const act = { predecessorIds: [...ids], lastDay, kind, paper: paper.trim(), takesOpenFiles: files, keepsPosts: posts };
            merge.mutate({ body: { ...act, successor: asked } });
          }
        }}
      >
        {t('bodies.merger.do', { count: ids.length })}
      </Button>
      <WhyDisabled reason={asked === null ? t(`bodies.merger.lacking.${lackingOf({ ids, lastDay, paper })}`) : null} />
    </div>
  );
}

/** The first thing that keeps the act from being written. */
function lackingOf({ ids, lastDay, paper }: { readonly ids: readonly string[]; readonly lastDay: string; readonly paper: string }): string {
  if (ids.length === 0) {
    return 'bodies';
  }
  if (lastDay === '') {
    return 'day';
  }
  return paper.trim().length < 3 ? 'paper' : 'successor';
}

function freshOf({ kind, name, parentId, symbol }: NewBody): { kind: BodyKind; name: string; parentId: string; symbol: string } | null {
  return kind === null || parentId === null || name.trim().length < 2 ? null : { kind, name: name.trim(), parentId, symbol: symbol.trim() };
}

interface FreshProps {
  readonly bodies: Parameters<typeof bodyOptions>[0];
  readonly made: NewBody;
  readonly onChange: (made: NewBody) => void;
}

function Fresh({ bodies, made, onChange }: FreshProps): ReactNode {
  const t = useText();
  return (
    <>
      <KindPicker
        id="merger-new-kind"
        value={made.kind}
        onChange={(kind) => {
          onChange({ ...made, kind });
        }}
      />
      <TextInput
        id="merger-name"
        label={t('bodies.field.name')}
        value={made.name}
        most={200}
        onChange={(name) => {
          onChange({ ...made, name });
        }}
      />
      <BodyPicker
        id="merger-parent"
        label={t('bodies.field.parent')}
        bodies={bodies}
        value={made.parentId}
        onChange={(parentId) => {
          onChange({ ...made, parentId });
        }}
      />
      <TextInput
        id="merger-symbol"
        label={t('bodies.field.symbol')}
        value={made.symbol}
        most={30}
        onChange={(symbol) => {
          onChange({ ...made, symbol });
        }}
      />
    </>
  );
}

function Leaving({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const t = useText();
  const found = useRead('organisationBurden', { params: { id } }).data;
  if (found === undefined) {
    return null;
  }
  const { dossiers, rounds, works, bodies, posts } = found;
  return (
    <li>
      <strong>{name}</strong>: {t('bodies.merger.burden', { dossiers, rounds, works, bodies, posts: posts.length })}
    </li>
  );
}

function Done({ done }: { readonly done: MergerDone }): ReactNode {
  const t = useText();
  return (
    <div className="page">
      <PageHead title={t('bodies.merger.title')} />
      <div className="note note-green" role="status">
        <div>
          <strong>{t('bodies.merger.done', { count: done.posts })}</strong>
          {done.vacant.map((one) => (
            <p key={one.role}>{t('bodies.merger.vacant', { role: t(`role.${one.role}`), held: one.held.join('; ') })}</p>
          ))}
          <Link to="/to-chuc/$id" params={{ id: done.successorId }}>
            {t('bodies.merger.open')}
          </Link>
        </div>
      </div>
    </div>
  );
}
