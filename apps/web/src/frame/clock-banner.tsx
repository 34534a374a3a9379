import { useState, type ReactNode } from 'react';
import { FieldTimeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { SessionView } from '@thidua/contract';
import { useTranslation } from 'react-i18next';
import { useAct, useRead } from '../api/queries';
import { dayText, timeText, weekdayText } from '../i18n/format';
import { useText } from '../i18n/use-text';
import { ErrorNote } from '../pieces/error-note';

const JUMPS = [1, 2, 5, 10, 20];

/** 'Đồng hồ mô phỏng' with its date; in demo mode it can be moved on by working days. Nothing in production. */
export function ClockBanner({ session }: { readonly session: SessionView }): ReactNode {
  const t = useText();
  const { i18n } = useTranslation();
  const clock = useRead('clock', {}, { every: 30_000, enabled: session.clock.simulated });
  const advance = useAct('advanceClock');
  const [days, setDays] = useState(2);
  if (!session.clock.simulated) {
    return null;
  }
  const now = clock.data?.now ?? session.clock.now;
  return (
    <div className="clock-banner" role="region" aria-label={t('clock.title')}>
      <span>
        <FieldTimeOutlined aria-hidden /> <strong>{t('clock.title')}</strong> · {weekdayText(now, i18n.language)}, {dayText(now)},{' '}
        {timeText(now)}
        {session.demo ? <span className="clock-sample"> · {t('demo.banner')}</span> : null}
      </span>
      {session.demo ? (
        <span className="clock-jump">
          <label htmlFor="clock-days">{t('clock.jump')}</label>
          <select
            id="clock-days"
            value={days}
            onChange={(event) => {
              setDays(Number(event.target.value));
            }}
          >
            {JUMPS.map((jump) => (
              <option key={jump} value={jump}>
                {jump}
              </option>
            ))}
          </select>
          <span>{t('clock.workingDays')}</span>
          <Button
            size="small"
            loading={advance.isPending}
            onClick={() => {
              advance.mutate({ body: { workingDays: days } });
            }}
          >
            {t('clock.go')}
          </Button>
        </span>
      ) : null}
      <ErrorNote error={advance.error} />
    </div>
  );
}
