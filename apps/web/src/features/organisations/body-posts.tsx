import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useRead } from '../../api/queries';
import { dayText } from '../../i18n/format';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { ErrorNote } from '../../pieces/error-note';

/** Who sits in the body and what waits at each post; what the body has in hand. */
export function BodyPosts({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const burden = useRead('organisationBurden', { params: { id } });
  const found = burden.data;
  if (found === undefined) {
    return <ErrorNote error={burden.error} />;
  }
  const { dossiers, rounds, works, bodies } = found;
  return (
    <section className="section" aria-label={t('bodies.posts')}>
      <h2>{t('bodies.posts')}</h2>
      <p>{t('bodies.burden', { dossiers, rounds, works, bodies })}</p>
      {found.posts.length === 0 ? (
        <EmptyState text={t('bodies.noPosts')} />
      ) : (
        <div className="table-scroll">
          <table className="data">
            <thead>
              <tr>
                {['name', 'title', 'role', 'days', 'tasks'].map((name) => (
                  <th key={name} scope="col" className={name === 'tasks' ? 'num' : undefined}>
                    {t(`bodies.post.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.posts.map((post) => (
                <tr key={post.id}>
                  <td>{post.fullName}</td>
                  <td>{post.title}</td>
                  <td>{t.or(`role.${post.role}`, post.role)}</td>
                  <td>
                    {post.to === null ? t('staff.since', { from: dayText(post.from) }) : `${dayText(post.from)} – ${dayText(post.to)}`}
                  </td>
                  <td className="num">{post.role === 'council-member' ? '' : post.tasks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <Link to="/nhan-su" search={{ donVi: id }}>
          {t('bodies.toPeople')}
        </Link>
      </p>
    </section>
  );
}
