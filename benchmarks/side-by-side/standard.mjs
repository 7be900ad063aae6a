// What the other engines are told of the standard; the product reads its own files.
export const items = ["above_degree_teachers", "backbone_teachers", "pe_art_teachers", "teaching_area_m2", "sports_area_m2", "equipment_yuan", "multimedia_rooms"];
export const scale = [100, 100, 100, 1, 1, 1, 100];
export const norm = { primary: [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3], junior: [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4] };
export const floor = { primary: [3.57, 0.85, 0.765, 3.825, 6.375, 1700, 1.955], junior: [4.505, 0.85, 0.765, 4.93, 8.67, 2125, 2.04] };
export const limit = { primary: 0.5, junior: 0.45 };

/** A threshold in thousandths, a whole number. */
export const thousandths = (threshold) => Math.round(threshold * 1000);
