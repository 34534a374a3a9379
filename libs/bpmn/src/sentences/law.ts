import { says, type Sentence } from './sentence';

/** What the law asks of the steps of a process. */
export const LAW_SENTENCES = {
  'legal-value-invalid': says(
    'có giá trị về thẩm quyền, thời hạn hoặc văn bản không đúng[: «{value}»]',
    '[Chọn một trong: {allowed}. ]Chọn lại giá trị.',
    'has a wrong value of authority, limit or papers[: “{value}”]',
    '[Choose one of: {allowed}. ]Choose again.',
  ),
  'authority-missing': says(
    'là bước quyết định chưa ghi thẩm quyền',
    'Chọn cấp, chức danh và quyền.',
    'is a deciding step without its authority',
    'Choose level, position and power.',
  ),
  'wrong-decider': says(
    'được giao cho người không có thẩm quyền quyết định[; theo {ruleId}, căn cứ {citation}, do {decider} quyết định]',
    'Chọn đúng cấp và chức danh.',
    'is given to somebody who is not the deciding authority[; by {ruleId}, {citation}, it is for {decider} to decide]',
    'Choose the right level and position.',
  ),
  'wrong-decider/other-row': says(
    'dẫn {ruleId} nhưng dòng ấy trao quyền cho người khác[: {decider}, {citation}]',
    'Chọn lại dòng thẩm quyền.',
    'cites {ruleId}, but that row gives the power to somebody else[: {decider}, {citation}]',
    'Choose the row of authority again.',
  ),
  'wrong-decider/row-unknown': says(
    'dẫn dòng thẩm quyền {ruleId} không có trong quy định đang áp dụng',
    'Chọn lại dòng thẩm quyền.',
    'cites the row {ruleId}, which the law in force does not have',
    'Choose the row of authority again.',
  ),
  'decision-evaded': says(
    'ra quyết định khen thưởng nhưng không phải là bước quyết định',
    'Chọn loại bước «Quyết định», hoặc bỏ quyền quyết định.',
    'decides an award without being a deciding step',
    'Make it a deciding step, or take the power away.',
  ),
  'decision-evaded/paper-without-decision': says(
    'cấp số hoặc ban hành quyết định khen thưởng mà chưa qua bước quyết định',
    'Đặt bước quyết định của người có thẩm quyền lên trước.',
    'numbers or issues a decision that no deciding step has made',
    'Put the deciding step before it.',
  ),
  'wrong-performer': says(
    'được giao cho người không làm được việc này',
    'Chọn lại người thực hiện.',
    'is given to somebody who cannot do this',
    'Choose the performer again.',
  ),
  'wrong-performer/ballot': says(
    'là bỏ phiếu kín nhưng không giao cho từng thành viên Hội đồng',
    'Lặp theo danh sách thành viên và giao cho chính thành viên đó.',
    'is a ballot that is not given to every member',
    'Repeat it over the members and give it to the member.',
  ),
  'wrong-performer/numbers': says(
    'là cấp số nhưng không giao cho văn thư',
    'Giao cho văn thư của cơ quan (Điều 15 Nghị định số 30/2020/NĐ-CP).',
    'gives numbers, but not by the records clerk',
    'Give it to the records clerk of the body.',
  ),
  'wrong-performer/signs': says(
    'là ký văn bản nhưng giao cho người không có thẩm quyền ký[: {others}]',
    'Giao cho người đứng đầu hoặc cấp phó (Điều 13 Nghị định số 30/2020/NĐ-CP).',
    'signs papers, but by somebody who may not[: {others}]',
    'Give it to the head or a deputy.',
  ),
  'limit-unlawful': says(
    'có thời hạn không đúng quy định',
    'Chọn lại dòng thời hạn.',
    'has a limit that is not lawful',
    'Choose the row of the limit again.',
  ),
  'limit-unlawful/row-unknown': says(
    'dẫn dòng thời hạn {ruleId} không có trong quy định',
    'Chọn lại dòng thời hạn.',
    'names the limit {ruleId}, which the law does not have',
    'Choose the row of the limit again.',
  ),
  'limit-unlawful/longer-than-law': says(
    'có thời hạn {days} ngày làm việc, dài hơn {lawDays} ngày của {ruleId} ({citation})',
    'Đặt không quá {lawDays} ngày làm việc.',
    'has {days} working days, more than the {lawDays} of {ruleId} ({citation})',
    'Set at most {lawDays} working days.',
  ),
  'own-days-idle': says(
    'ghi {days} ngày làm việc nhưng theo {ruleId} nên thời hạn thực tế là {lawDays} ngày',
    'Chọn «Đặt thời hạn riêng» nếu muốn {days} ngày.',
    'says {days} working days, but follows {ruleId}, so that {lawDays} count',
    'Choose a limit of your own if {days} shall count.',
  ),
  'council-missing/no-ballot': says(
    'có đường tới quyết định qua phiên họp nhưng không bỏ phiếu',
    'Đưa mọi đường qua bước bỏ phiếu kín.',
    'can be decided after a meeting without a ballot',
    'Lead every path through the ballot.',
  ),
  'appraisal-missing': says(
    'có đường tới quyết định mà không qua thẩm định',
    'Thêm bước thẩm định.',
    'can be decided without an appraisal',
    'Add the appraisal.',
  ),
  'council-missing': says(
    'có đường tới quyết định mà không qua Hội đồng',
    'Thêm bước Hội đồng.',
    'can be decided without the council',
    'Add the council.',
  ),
  'numbering-before-signature': says(
    'cấp số trước khi ký',
    'Đặt bước ký lên trước.',
    'gives the number before the signature',
    'Sign first.',
  ),
  'latest-on-legal-path': says(
    'gọi quy trình theo bản mới nhất trên đường có hiệu lực pháp lý',
    'Ghim một phiên bản.',
    'calls the latest version on a legal path',
    'Pin a version.',
  ),
} satisfies Readonly<Record<string, Sentence>>;
