import type { ReactNode } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { dayText, instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { FieldTable } from './field-table';
import { HelperTable } from './helper-table';
import { TemplateActs } from './template-acts';
import { TemplateEditor } from './template-editor';
import { TemplateState } from './template-state';
import './templates.css';

/** One template of the province: source, letterhead, what is wrong, a trial print, and its way into force. */
export default function TemplatePage(): ReactNode {
  const t = useText();
  const { kind, id } = useParams({ from: '/frame/mau-van-ban/$kind/$id' });
  const read = useRead('paperTemplate', { params: { id } });
  const about = useRead('paperKind', { params: { kind } });
  const [template, view] = [read.data, about.data];
  if (template === undefined || view === undefined) {
    const error = read.error ?? about.error;
    return <div className="page">{error === null ? <Loading /> : <ErrorNote error={error} onRetry={() => void read.refetch()} />}</div>;
  }
  return (
    <div className="page">
      <PageHead
        title={template.title}
        line={
          <>
            <Link to="/mau-van-ban/$kind" params={{ kind }}>
              {view.title}
            </Link>{' '}
            · {t('templates.numberFrom', { number: template.number, day: dayText(template.validFrom) })}{' '}
            <TemplateState state={template.state} inForce={template.inForce} />
            {template.proposedBy === null ? null : <> {t('templates.proposedBy', { name: template.proposedBy })}.</>}
            {template.releasedBy === null ? null : <> {t('templates.releasedBy', { name: template.releasedBy })}.</>}
            {template.reason === null ? null : <> {t('templates.reason', { reason: template.reason })}</>}
            {template.trial === null ? null : <> {t('templates.triedAt', { at: instantText(template.trial.at) })}</>}
          </>
        }
      />
      <TemplateActs template={template} />
      <TemplateEditor key={template.id} template={template} packs={view.packs} />
      <FieldTable fields={view.fields} />
      <HelperTable helpers={view.helpers} partials={view.partials} />
    </div>
  );
}
