import { useState, type ReactNode } from 'react';
import { Button } from 'antd';
import type { InspectionView } from '@thidua/contract';
import { useAct } from '../../../api/queries';
import { useText } from '../../../i18n/use-text';
import { ErrorNote } from '../../../pieces/error-note';
import { ChoiceLine, TextLine } from '../people/fields';

type Member = InspectionView['team'][number];
const ROLES = ['leader', 'deputy', 'secretary', 'member'] as const;

/** Who goes: people of our own posts, and others by name; the leader is one of ours and signs the minutes. */
export function TeamForm({ inspection }: { readonly inspection: InspectionView }): ReactNode {
  const t = useText();
  const save = useAct('saveInspectionTeam');
  const [team, setTeam] = useState<readonly Member[]>(inspection.team);
  const [post, setPost] = useState('');
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const free = inspection.choices.posts.filter(({ positionId }) => !team.some((member) => member.positionId === positionId));
  const add = (member: Omit<Member, 'role'>): void => {
    const role = team.some((one) => one.role === 'leader') || member.positionId === null ? 'member' : 'leader';
    setTeam([...team, { ...member, role }]);
  };
  return (
    <section className="section" aria-label={t('movements.judging.team')}>
      <h2>{t('movements.judging.team')}</h2>
      {team.map((member, at) => (
        <div className="judge-row" key={`${member.name}-${String(at)}`}>
          <span>
            <strong>{member.name}</strong>
            {member.title === '' ? null : <span className="muted">, {member.title}</span>}
          </span>
          <ChoiceLine
            id={`role-${String(at)}`}
            label={t('movements.judging.role')}
            value={member.role}
            options={ROLES.map((role) => ({ value: role, label: t(`movements.judging.teamRole.${role}`) }))}
            onChange={(chosen) => {
              const role = ROLES.find((one) => one === chosen) ?? 'member';
              setTeam(team.map((one, index) => (index === at ? { ...one, role } : one)));
            }}
          />
          <Button
            onClick={() => {
              setTeam(team.filter((_, index) => index !== at));
            }}
          >
            {t('movements.judging.drop')}
          </Button>
        </div>
      ))}
      <div className="judge-bar">
        <ChoiceLine
          id="team-post"
          label={t('movements.judging.fromOurs')}
          value={post}
          none={t('movements.judging.choose')}
          options={free.map((one) => ({ value: one.positionId, label: `${one.name} (${one.title})` }))}
          onChange={(chosen) => {
            setPost('');
            const found = free.find(({ positionId }) => positionId === chosen);
            if (found !== undefined) {
              add({ name: found.name, title: found.title, positionId: found.positionId });
            }
          }}
        />
      </div>
      <div className="judge-bar">
        <TextLine id="team-name" label={t('movements.judging.otherName')} value={name} max={120} onChange={setName} />
        <TextLine id="team-title" label={t('movements.judging.otherTitle')} value={title} max={200} onChange={setTitle} />
        <Button
          disabled={name.trim().length < 2}
          onClick={() => {
            add({ name: name.trim(), title: title.trim(), positionId: null });
            setName('');
            setTitle('');
          }}
        >
          {t('movements.judging.addOther')}
        </Button>
      </div>
      <div className="judge-bar judge-save">
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => {
            save.mutate({ params: { id: inspection.workId }, body: { version: inspection.version, team: [...team] } });
          }}
        >
          {t('movements.judging.save')}
        </Button>
        <span className="small muted" role="status">
          {save.isSuccess ? t('movements.judging.saved') : ''}
        </span>
      </div>
      <ErrorNote error={save.error} />
      <p className="help">{t('movements.judging.leaderSigns')}</p>
    </section>
  );
}
