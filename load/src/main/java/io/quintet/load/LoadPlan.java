package io.quintet.load;

/**
 * One load to be put on one server.
 *
 * @param target the server
 * @param shape how much at once
 * @param extent how long
 * @param exchanges what is asked, and what the answers should be
 */
public record LoadPlan(Target target, Shape shape, Extent extent, Exchanges exchanges) {
    /** The same with another shape. */
    public LoadPlan withShape(Shape other) {
        return new LoadPlan(target, other, extent, exchanges);
    }

    /** The same for another time. */
    public LoadPlan withExtent(Extent other) {
        return new LoadPlan(target, shape, other, exchanges);
    }
}
