package ai.fomo.worker.demo.catalogue;

import ai.fomo.worker.demo.render.CoverRendering;

/**
 * @param id 22 letters and digits
 * @param widest width of the largest image that is offered, in pixels
 */
record SyntheticAlbum(String id, String name, int releaseYear, int widest, CoverRendering cover) {}
