import type { DocumentRef, Frame } from './common';

/** A person in a council or a team with his place there. */
export interface BoardMember {
  readonly index: number;
  readonly name: string;
  readonly title: string;
  /** 'Chủ tịch Hội đồng', 'Trưởng đoàn'. */
  readonly role: string;
}

/** quyet-dinh-thanh-lap-hoi-dong: sets up a council or changes its members. */
export interface CouncilDecision {
  readonly frame: Frame;
  readonly subject: string;
  readonly decider: string;
  readonly grounds: readonly string[];
  /** 'Theo đề nghị của …', without end mark. */
  readonly proposal: string;
  readonly council: string;
  readonly members: readonly BoardMember[];
  /** The office that serves it: 'Phòng Văn hóa - Xã hội'. */
  readonly standingBody: string;
  readonly duties: readonly string[];
  /** The decision that ends with this one; null for the first. */
  readonly replaces: DocumentRef | null;
  readonly executors: string;
}

/** quyet-dinh-doan-kiem-tra: sets up a team that looks into awards or a movement. */
export interface InspectionDecision {
  readonly frame: Frame;
  readonly subject: string;
  readonly decider: string;
  readonly grounds: readonly string[];
  readonly proposal: string;
  /** What the team is called: 'Đoàn kiểm tra công tác thi đua, khen thưởng năm 2026'. */
  readonly team: string;
  readonly members: readonly BoardMember[];
  readonly bodies: readonly string[];
  readonly contents: readonly string[];
  readonly from: string;
  readonly to: string;
  /** The time the inspection looks at: 'từ ngày 01/01/2025 đến ngày 31/12/2025'. */
  readonly period: string;
  readonly executors: string;
}
