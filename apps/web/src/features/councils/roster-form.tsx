import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Select } from 'antd';
import type { RosterView } from '@thidua/contract';
import { useAct, useRead } from '../../api/queries';
import { useText } from '../../i18n/use-text';
import { Dialog } from '../../pieces/dialog';
import { ErrorNote } from '../../pieces/error-note';
import { WhyDisabled } from '../../pieces/why-disabled';
import { BodyPicker, DayInput, PersonPicker, TextInput } from '../people/fields';
import { useFiling } from '../people/ground-paper';

const SEATS = ['chair', 'vice-chair', 'standing', 'secretary', 'member'] as const;
type Seat = (typeof SEATS)[number];

interface Member {
  readonly personId: string;
  readonly fullName: string;
  readonly role: Seat;
  readonly standing: boolean;
}

/** A council by its decision: the members of the one before are there to begin with. */
export function RosterForm({ base, onClose }: { readonly base: RosterView | null; readonly onClose: () => void }): ReactNode {
  const t = useText();
  const add = useAct('addRoster');
  const filing = useFiling('roster', onClose);
  const bodies = useRead('organisations', { query: {} }).data?.organisations ?? [];
  const [orgId, setOrg] = useState<string | null>(base?.orgId ?? null);
  const [name, setName] = useState(base?.name ?? '');
  const [paper, setPaper] = useState('');
  const [from, setFrom] = useState('');
  const [members, setMembers] = useState<readonly Member[]>(base?.members ?? []);
  const chairs = members.filter((member) => member.role === 'chair').length;
  const why = members.length < 3 ? t('rosters.few') : chairs === 1 ? null : t('rosters.oneChair');
  const complete = orgId !== null && name.trim().length >= 5 && paper.trim().length >= 3 && from !== '' && why === null;
  const change = (personId: string, next: Partial<Member>): void => {
    setMembers(members.map((member) => (member.personId === personId ? { ...member, ...next } : member)));
  };
  return (
    <Dialog
      title={t(base === null ? 'rosters.add' : 'rosters.renewWhat', { name: base?.name ?? '' })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            type="primary"
            disabled={!complete}
            loading={add.isPending || filing.pending}
            onClick={() => {
              if (filing.made !== null) {
                filing.go(filing.made);
                return;
              }
              const seats = members.map(({ personId, role, standing }) => ({ personId, role, standing }));
              add.mutate(
                { body: { orgId: orgId ?? '', name: name.trim(), paper: paper.trim(), from, members: seats } },
                {
                  onSuccess: ({ councilId }) => {
                    filing.go(councilId);
                  },
                },
              );
            }}
          >
            {t(base === null ? 'rosters.add' : 'rosters.renew')}
          </Button>
        </>
      }
    >
      <div className="keep-form">
        <BodyPicker id="roster-org" label={t('rosters.field.org')} bodies={bodies} value={orgId} onChange={setOrg} />
        <TextInput id="roster-name" label={t('rosters.field.name')} value={name} most={200} onChange={setName} />
        <TextInput id="roster-paper" label={t('rosters.field.paper')} help={t('rosters.paperHelp')} value={paper} onChange={setPaper} />
        <DayInput id="roster-from" label={t('rosters.field.from')} value={from} onChange={setFrom} />
        <div className="wide">{filing.field}</div>
      </div>
      <table className="data">
        <thead>
          <tr>
            {['name', 'seat', 'standing', 'acts'].map((column) => (
              <th key={column} scope="col">
                {t(`rosters.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <Line
              key={member.personId}
              member={member}
              onChange={(next) => {
                change(member.personId, next);
              }}
              onDrop={() => {
                setMembers(members.filter((one) => one.personId !== member.personId));
              }}
            />
          ))}
        </tbody>
      </table>
      <AddMember
        onAdd={(member) => {
          setMembers([...members.filter((one) => one.personId !== member.personId), member]);
        }}
      />
      <WhyDisabled reason={why} />
      <ErrorNote error={add.error} />
    </Dialog>
  );
}

interface LineProps {
  readonly member: Member;
  readonly onChange: (next: Partial<Member>) => void;
  readonly onDrop: () => void;
}

function Line({ member, onChange, onDrop }: LineProps): ReactNode {
  const t = useText();
  return (
    <tr>
      <td>{member.fullName}</td>
      <td>
        <Select
          aria-label={t('rosters.seatOf', { name: member.fullName })}
          value={member.role}
          options={SEATS.map((seat) => ({ value: seat, label: t(`rosters.seat.${seat}`) }))}
          onChange={(role: Seat) => {
            onChange({ role, standing: role !== 'member' });
          }}
        />
      </td>
      <td>
        <Checkbox
          aria-label={t('rosters.standingOf', { name: member.fullName })}
          checked={member.standing}
          onChange={(event) => {
            onChange({ standing: event.target.checked });
          }}
        />
      </td>
      <td>
        <Button size="small" aria-label={t('rosters.dropWho', { name: member.fullName })} onClick={onDrop}>
          {t('rosters.drop')}
        </Button>
      </td>
    </tr>
  );
}

function AddMember({ onAdd }: { readonly onAdd: (member: Member) => void }): ReactNode {
  const t = useText();
  const [personId, setPerson] = useState<string | null>(null);
  const [fullName, setName] = useState('');
  return (
    <div className="keep-bar">
      <PersonPicker id="roster-person" label={t('rosters.field.member')} value={personId} onChange={setPerson} onName={setName} />
      <Button
        disabled={personId === null}
        onClick={() => {
          if (personId !== null) {
            onAdd({ personId, fullName, role: 'member', standing: false });
            setPerson(null);
          }
        }}
      >
        {t('rosters.addMember')}
      </Button>
    </div>
  );
}
