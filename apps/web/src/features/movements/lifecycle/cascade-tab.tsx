import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { Cascade } from '@thidua/contract';
import { useRead } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { Loading } from '../../../pieces/loading';
import { dayWords } from '../drafts/partial-day';
import type { MovementTabProps } from '../tab-props';
import './lifecycle.css';

type Node = Cascade['nodes'][number];

/** Who launched it, with the planned years, and how far it has come down. */
export function CascadeTab({ movement }: MovementTabProps): ReactNode {
  const read = useRead('movementCascade', { params: { id: movement.id } });
  if (read.data === undefined) {
    return read.error === null ? <Loading /> : <ErrorNote error={read.error} onRetry={() => void read.refetch()} />;
  }
  const { nodes } = read.data;
  const [top] = nodes;
  const roots = top?.id === null ? nodes.slice(1, 2) : nodes.slice(0, 1);
  return (
    <ul className="movement-tree">
      {top?.id === null ? (
        <li>
          <NodeLine node={top} />
          <Branch nodes={nodes} under={roots} />
        </li>
      ) : (
        roots.map((node) => (
          <li key={node.id}>
            <NodeLine node={node} />
            <Branch nodes={nodes} under={childrenOf(nodes, node)} />
          </li>
        ))
      )}
    </ul>
  );
}

function Branch({ nodes, under }: { readonly nodes: readonly Node[]; readonly under: readonly Node[] }): ReactNode {
  return under.length === 0 ? null : (
    <ul className="movement-tree">
      {under.map((node) => (
        <li key={node.id}>
          <NodeLine node={node} />
          <Branch nodes={nodes} under={childrenOf(nodes, node)} />
        </li>
      ))}
    </ul>
  );
}

function childrenOf(nodes: readonly Node[], { id }: Node): readonly Node[] {
  return nodes.filter((node) => node.id !== null && node.parentId === id);
}

function NodeLine({ node }: { readonly node: Node }): ReactNode {
  const t = useText();
  const years = [node.start, node.end].flatMap((part) => (part === null ? [] : [dayWords(part)])).join(' - ');
  const name = node.here ? <strong>{node.body}</strong> : node.body;
  return (
    <>
      {node.id === null || node.here ? (
        name
      ) : (
        <Link to="/phong-trao/$id" params={{ id: node.id }} search={{ muc: 'chuoi' }}>
          {name}
        </Link>
      )}
      <span className="small muted">
        {' '}
        {node.name}
        {years === '' ? '' : ` · ${years}`}
      </span>
      {node.asked === 0 ? null : (
        <span className="tag tag-grey"> {t('movements.lifecycle.answered', { answered: node.answered, asked: node.asked })}</span>
      )}
      {node.state === 'planned' ? <span className="tag tag-blue">{t('movements.lifecycle.beingIssued')}</span> : null}
      {node.state === 'closed' ? <span className="tag tag-grey">{t('movements.closed')}</span> : null}
    </>
  );
}
