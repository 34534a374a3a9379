import { useState, type ReactNode } from 'react';
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { BlankSummary } from '@thidua/contract';
import { useRead } from '../../api/queries';
import { instantText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { AddBlank } from './add-blank';
import { mmText } from './mm-text';

/** Phôi giấy khen, bằng khen: the pre-printed sheets of the person's organisations. */
export default function BlanksPage(): ReactNode {
  const t = useText();
  const list = useRead('blanks');
  const [adding, setAdding] = useState(false);
  if (list.data === undefined) {
    return (
      <div className="page">{list.error === null ? <Loading /> : <ErrorNote error={list.error} onRetry={() => void list.refetch()} />}</div>
    );
  }
  const { blanks, orgs, awards } = list.data;
  const nameOf = (code: string): string => awards.find((award) => award.code === code)?.name ?? code;
  return (
    <div className="page">
      <PageHead title={t('blanks.title')} line={t('blanks.line')}>
        {orgs.length === 0 ? null : (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('blanks.add')}
          </Button>
        )}
      </PageHead>
      <section className="section" aria-label={t('blanks.title')}>
        {blanks.length === 0 ? <EmptyState text={t('blanks.none')} /> : <BlankTable blanks={blanks} nameOf={nameOf} />}
      </section>
      {adding ? (
        <AddBlank
          orgs={orgs}
          awards={awards}
          blanks={blanks}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </div>
  );
}

function BlankTable({
  blanks,
  nameOf,
}: {
  readonly blanks: readonly BlankSummary[];
  readonly nameOf: (code: string) => string;
}): ReactNode {
  const t = useText();
  return (
    <div className="table-scroll">
      <table className="data">
        <thead>
          <tr>
            {['name', 'org', 'awards', 'size', 'picture', 'changed'].map((column) => (
              <th key={column} scope="col">
                {t(`blanks.list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {blanks.map((blank) => (
            <tr key={blank.id}>
              <th scope="row">
                <Link to="/phoi/$id" params={{ id: blank.id }}>
                  {blank.name}
                </Link>
              </th>
              <td>{blank.orgName}</td>
              <td>{blank.awards.length === 0 ? t('blanks.anyAward') : blank.awards.map(nameOf).join('; ')}</td>
              <td className="nowrap">
                {mmText(blank.widthMm)} × {mmText(blank.heightMm)} mm
              </td>
              <td>{t(blank.hasPicture ? 'blanks.has' : 'blanks.hasNot')}</td>
              <td className="nowrap">
                {instantText(blank.changedAt)}
                <div className="small muted">{blank.changedBy}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
