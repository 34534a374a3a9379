import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { PlanDraftView } from '@thidua/contract';
import { useAct, useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { PageHead } from '../../../pieces/page-head';
import { SplitPane } from '../../../pieces/split-pane';
import { linesText } from './field-card';
import { FieldGroups } from './field-groups';
import { FindingsPanel } from './findings-panel';
import { SourceText, type LineRange } from './source-text';
import './drafts.css';

/** A plan beside what was read from it; when every field is settled it can be launched. */
export default function DraftPage(): ReactNode {
  const { id } = useParams({ from: '/frame/phong-trao/du-thao/$id' });
  const read = useRead('planDraft', { params: { id } });
  return (
    <div className="page">
      {read.data === undefined ? (
        read.error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
        )
      ) : (
        <Draft draft={read.data} />
      )}
    </div>
  );
}

function Draft({ draft }: { readonly draft: PlanDraftView }): ReactNode {
  const t = useText();
  const [marked, setMarked] = useState<LineRange | null>(null);
  const [above, setAbove] = useState<LineRange | null>(null);
  const inParent = above !== null && draft.parent !== null;
  const show = (line: LineRange): void => {
    setAbove(null);
    setMarked(line);
  };
  const fields = (
    <>
      <Questions draft={draft} onShow={show} />
      <FindingsPanel draft={draft} onShow={show} onShowParent={setAbove} />
      <FieldGroups draft={draft} marked={marked} onShow={show} />
    </>
  );
  return (
    <>
      <PageHead
        title={draft.title === '' ? t('movements.drafts.untitled') : draft.title}
        line={
          <>
            <span>{draft.orgName}</span>
            <span>{draft.fileName ?? t(`movements.drafts.source.${draft.source}`)}</span>
            <span>{t('movements.drafts.progress', { done: draft.all - draft.open, all: draft.all })}</span>
            {draft.state === 'open' ? null : <span className="tag tag-grey">{t(`movements.drafts.draftState.${draft.state}`)}</span>}
          </>
        }
      >
        <Acts draft={draft} />
      </PageHead>
      {draft.lines.length === 0 ? (
        fields
      ) : (
        <SplitPane
          name="plan-draft"
          left={
            <div className="draft-source">
              <div className="draft-source-head">
                <h2>{inParent ? t('movements.drafts.parentText', { name: draft.parent?.name ?? '' }) : t('movements.drafts.text')}</h2>
                {inParent ? (
                  <Button
                    size="small"
                    onClick={() => {
                      setAbove(null);
                    }}
                  >
                    {t('movements.drafts.backToPlan')}
                  </Button>
                ) : null}
              </div>
              {inParent ? (
                <SourceText
                  lines={draft.parent?.lines ?? []}
                  marked={above}
                  used={new Set()}
                  label={t('movements.drafts.parentText', { name: draft.parent?.name ?? '' })}
                />
              ) : (
                <SourceText lines={draft.lines} marked={marked} used={usedLines(draft)} label={t('movements.drafts.text')} />
              )}
            </div>
          }
          right={fields}
        />
      )}
    </>
  );
}

/** Launch or amend once nothing is open; otherwise how much still is. */
function Acts({ draft }: { readonly draft: PlanDraftView }): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const drop = useAct('dropPlanDraft');
  if (!draft.may.edit) {
    return null;
  }
  const lacking = draft.missing.filter((one) => one.why === 'empty').map((one) => t(`movements.drafts.kind.${one.kind}`).toLowerCase());
  return (
    <>
      <Button
        danger
        type="text"
        loading={drop.isPending}
        onClick={() => {
          drop.mutate(
            { params: { id: draft.id } },
            {
              onSuccess: () => {
                void navigate({ to: '/phong-trao/du-thao' });
              },
            },
          );
        }}
      >
        {t('movements.drafts.drop')}
      </Button>
      {draft.missing.length > 0 ? (
        <span className="muted">
          {draft.open > 0
            ? t('movements.drafts.stillOpen', { count: draft.open })
            : t('movements.drafts.lacking', { what: lacking.join(', ') })}
        </span>
      ) : draft.amends === null ? (
        <Link to="/phong-trao/phat-dong/$draft" params={{ draft: draft.id }} className="draft-launch">
          {t('movements.drafts.launch')}
        </Link>
      ) : (
        <Link to="/phong-trao/dieu-chinh/$id/$draft" params={{ id: draft.amends, draft: draft.id }} className="draft-launch">
          {t('movements.drafts.amend')}
        </Link>
      )}
      <ErrorNote error={drop.error} />
    </>
  );
}

/** What the plan does not say or leaves in doubt, each asked once. */
function Questions({ draft, onShow }: { readonly draft: PlanDraftView; readonly onShow: (line: LineRange) => void }): ReactNode {
  const t = useText();
  return draft.questions.length === 0 ? null : (
    <section className="section" aria-labelledby="draft-questions">
      <h2 id="draft-questions">{t('movements.drafts.questions')}</h2>
      <ul className="draft-questions">
        {draft.questions.map(({ question, says, line, fieldId }) => (
          <li key={question}>
            {says}{' '}
            {line === null || line.from === 0 || draft.lines.length === 0 ? null : (
              <button
                type="button"
                className="draft-link"
                onClick={() => {
                  onShow(line);
                  document.querySelector(`[data-field="${fieldId ?? ''}"]`)?.scrollIntoView({ block: 'center' });
                }}
              >
                {linesText(line, t)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function usedLines({ fields }: PlanDraftView): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { source } of fields) {
    for (let n = source?.line.from ?? 1; source !== null && n <= source.line.to; n += 1) {
      used.add(n);
    }
  }
  return used;
}
