import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { ScoreGround } from '@thidua/contract';
import { useText } from '../../../i18n/use-text';

/** What inspections and reports of the movement say of the body, beside the row that holds the movement's result. */
export function Grounds({ grounds }: { readonly grounds: readonly ScoreGround[] }): ReactNode {
  const t = useText();
  return (
    <div className="judge-grounds small">
      <strong>{t('movements.judging.grounds')}</strong>
      {grounds.length === 0 ? (
        <div>{t('movements.judging.noGrounds')}</div>
      ) : (
        <ul>
          {grounds.map(({ text, workId }) => (
            <li key={text}>
              {workId === null ? (
                text
              ) : (
                <Link to="/phong-trao/viec/$id" params={{ id: workId }}>
                  {text}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
