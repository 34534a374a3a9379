/** Words of the standard and of our own settings that findings name, as people say them. */
export const VIETNAMESE_WORDS: Readonly<Record<string, string>> = {
  ...{ message: 'thông điệp', timer: 'hẹn giờ', conditional: 'điều kiện', signal: 'tín hiệu', error: 'lỗi', escalation: 'báo cấp trên' },
  ...{ compensate: 'bồi hoàn', link: 'nối', cancel: 'hủy', terminate: 'chấm dứt', dataInputs: 'đầu vào', dataOutputs: 'đầu ra' },
  // thidua:step
  ...{ launch: 'lập hồ sơ', 'review-meeting': 'họp bình xét', submission: 'trình', intake: 'tiếp nhận', supplement: 'bổ sung' },
  ...{ appraisal: 'thẩm định', council: 'họp Hội đồng', ballot: 'bỏ phiếu', decision: 'quyết định', sign: 'ký', numbering: 'cấp số' },
  ...{ issue: 'ban hành', forward: 'chuyển cấp trên', external: 'cơ quan ngoài hệ thống', notice: 'thông báo', consultation: 'lấy ý kiến' },
  ...{
    'public-notice': 'công khai',
    'party-opinion': 'ý kiến cấp ủy',
    'cluster-vote': 'bỏ phiếu cụm, khối',
    revocation: 'hủy bỏ quyết định',
  },
  ...{ recovery: 'thu hồi hiện vật, tiền thưởng', correction: 'đính chính', payment: 'chi thưởng' },
  // thidua:authority, thidua:level
  ...{ UNIT: 'đơn vị', XA: 'cấp xã', HUYEN: 'cấp huyện', TINH: 'cấp tỉnh', TW: 'trung ương' },
  ...{ TTG: 'Thủ tướng Chính phủ', CTN: 'Chủ tịch nước', decide: 'quyết định', submit: 'trình' },
  ...{ chair: 'Chủ tịch UBND', 'deputy-chair': 'Phó Chủ tịch UBND', head: 'thủ trưởng đơn vị', 'deputy-head': 'phó thủ trưởng đơn vị' },
  ...{ director: 'Giám đốc Sở Nội vụ', 'deputy-director': 'Phó Giám đốc Sở Nội vụ', 'board-chair': 'Chủ tịch Hội đồng quản trị' },
  ...{ clerk: 'người lập hồ sơ', appraiser: 'chuyên viên thẩm định', 'records-clerk': 'văn thư', 'council-secretary': 'thư ký Hội đồng' },
  ...{ 'council-member': 'thành viên Hội đồng', finance: 'tài chính', accountant: 'kế toán', admin: 'quản trị hệ thống' },
};
