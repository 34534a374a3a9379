import type { ReactNode } from 'react';
import {
  ApartmentOutlined,
  BankOutlined,
  BookOutlined,
  CalendarOutlined,
  FileExcelOutlined,
  FileSearchOutlined,
  FileWordOutlined,
  RocketOutlined,
  SafetyCertificateOutlined,
  SolutionOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  TrophyOutlined,
  UnorderedListOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useRead, useSession } from '../../api/queries';
import { isAdministrator } from '../../frame/roles';
import { useText } from '../../i18n/use-text';
import { EmptyState } from '../../pieces/empty-state';
import { PageHead } from '../../pieces/page-head';
import { ClearDemo } from './clear-demo';
import './admin.css';

interface Card {
  readonly to: LinkProps['to'];
  readonly name: string;
  readonly icon: ReactNode;
}

const GROUPS: readonly { readonly name: string; readonly cards: readonly Card[] }[] = [
  {
    name: 'people',
    cards: [
      { to: '/to-chuc', name: 'organisations', icon: <BankOutlined aria-hidden /> },
      { to: '/nhan-su', name: 'people', icon: <TeamOutlined aria-hidden /> },
      { to: '/hoi-dong', name: 'rosters', icon: <SolutionOutlined aria-hidden /> },
      { to: '/nhap-danh-muc', name: 'registers', icon: <FileExcelOutlined aria-hidden /> },
      { to: '/giao-ky-thay/tat-ca', name: 'delegations', icon: <SwapOutlined aria-hidden /> },
      { to: '/cum-khoi', name: 'clusters', icon: <TrophyOutlined aria-hidden /> },
    ],
  },
  {
    name: 'rules',
    cards: [
      { to: '/goi-quy-dinh', name: 'law', icon: <BookOutlined aria-hidden /> },
      { to: '/goi-quy-dinh/ma-tran', name: 'matrix', icon: <TableOutlined aria-hidden /> },
      { to: '/lich-lam-viec', name: 'calendar', icon: <CalendarOutlined aria-hidden /> },
      { to: '/mau-van-ban', name: 'templates', icon: <FileWordOutlined aria-hidden /> },
      { to: '/quy-trinh', name: 'processes', icon: <ApartmentOutlined aria-hidden /> },
    ],
  },
  {
    name: 'running',
    cards: [
      { to: '/su-co', name: 'incidents', icon: <WarningOutlined aria-hidden /> },
      { to: '/hang-doi', name: 'queues', icon: <UnorderedListOutlined aria-hidden /> },
      { to: '/nhat-ky', name: 'audit', icon: <FileSearchOutlined aria-hidden /> },
      { to: '/chu-ky-so', name: 'signing', icon: <SafetyCertificateOutlined aria-hidden /> },
    ],
  },
  { name: 'setup', cards: [{ to: '/cai-dat/cac-buoc', name: 'setup', icon: <RocketOutlined aria-hidden /> }] },
];

/** 'Quản trị': everything an administrator keeps, in groups, with a sentence each. */
export default function AdminPage(): ReactNode {
  const t = useText();
  const session = useSession();
  const state = useRead('setup');
  if (session.data !== undefined && !isAdministrator(session.data)) {
    return (
      <div className="page">
        <PageHead title={t('admin.title')} />
        <EmptyState text={t('admin.notYours')} />
      </div>
    );
  }
  return (
    <div className="page">
      <PageHead title={t('admin.title')} line={t('admin.line')} />
      {GROUPS.map((group) => (
        <section key={group.name} aria-labelledby={`admin-${group.name}`}>
          <h2 id={`admin-${group.name}`}>{t(`admin.group.${group.name}`)}</h2>
          <ul className="admin-cards">
            {group.cards.map((card) => (
              <li key={card.name}>
                <Link to={card.to} className="admin-card">
                  <span className="admin-icon">{card.icon}</span>
                  <span>
                    <strong>{t(`admin.card.${card.name}.title`)}</strong>
                    <span className="small muted">{t(`admin.card.${card.name}.line`)}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {state.data?.mode === 'demo' ? <ClearDemo /> : null}
    </div>
  );
}
