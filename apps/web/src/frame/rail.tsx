import type { ReactNode } from 'react';
import {
  ApartmentOutlined,
  AuditOutlined,
  FileAddOutlined,
  FlagOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  PrinterOutlined,
  ReadOutlined,
  TrophyOutlined,
  SettingOutlined,
  BookOutlined,
  CalendarOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { SessionView } from '@thidua/contract';
import { useText } from '../i18n/use-text';
import { isAdministrator, launchingPositions, standingPositions, fundPositions, blankPositions, registerPositions } from './roles';

interface Entry {
  readonly to: LinkProps['to'];
  readonly label: string;
  readonly icon: ReactNode;
  /** Exact: /ho-so must not light up on /ho-so/moi. */
  readonly exact?: boolean;
}

/** 72 px of icons with words, at most seven, by what the person's positions may do. */
export function Rail({ session }: { readonly session: SessionView }): ReactNode {
  const t = useText();
  return (
    <nav className="rail" aria-label={t('frame.nav')}>
      <Link to="/viec" className="rail-mark" aria-label={t('appName')} title={t('appName')}>
        TĐ
      </Link>
      <ul>
        {entriesFor(session).map((entry) => (
          <li key={entry.label}>
            <Link
              to={entry.to}
              className="rail-link"
              activeProps={{ 'aria-current': 'page' }}
              activeOptions={{ exact: entry.exact ?? false }}
            >
              {entry.icon}
              <span>{t(`nav.${entry.label}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function entriesFor(session: SessionView): readonly Entry[] {
  const reviews = session.positions.some((position) => position.level !== 'UNIT' && position.role !== 'admin');
  const administers = isAdministrator(session);
  const entries: (Entry | null)[] = [
    { to: '/viec', label: 'tasks', icon: <InboxOutlined aria-hidden /> },
    launchingPositions(session).length > 0
      ? { to: '/ho-so/moi', label: 'launch', icon: <FileAddOutlined aria-hidden />, exact: true }
      : null,
    standingPositions(session).length > 0 ? { to: '/nhap-thay', label: 'paperEntry', icon: <FileTextOutlined aria-hidden /> } : null,
    { to: '/ho-so', label: 'dossiers', icon: <FolderOpenOutlined aria-hidden />, exact: true },
    administers ? null : { to: '/phong-trao', label: 'movements', icon: <FlagOutlined aria-hidden /> },
    administers ? null : { to: '/thanh-tich', label: 'evidence', icon: <TrophyOutlined aria-hidden /> },
    reviews ? { to: '/dot-xet', label: 'rounds', icon: <AuditOutlined aria-hidden /> } : null,
    registerPositions(session).length > 0 ? { to: '/so-van-ban', label: 'registers', icon: <ReadOutlined aria-hidden /> } : null,
    blankPositions(session).length > 0 ? { to: '/phoi', label: 'blanks', icon: <PrinterOutlined aria-hidden /> } : null,
    fundPositions(session).length > 0 ? { to: '/quy-khen-thuong', label: 'funds', icon: <WalletOutlined aria-hidden /> } : null,
    administers ? { to: '/quy-trinh', label: 'processes', icon: <ApartmentOutlined aria-hidden /> } : null,
    administers ? { to: '/goi-quy-dinh', label: 'law', icon: <BookOutlined aria-hidden /> } : null,
    administers ? { to: '/lich-lam-viec', label: 'calendar', icon: <CalendarOutlined aria-hidden /> } : null,
    administers ? { to: '/quan-tri', label: 'admin', icon: <SettingOutlined aria-hidden /> } : null,
  ];
  return entries.filter((entry) => entry !== null);
}
