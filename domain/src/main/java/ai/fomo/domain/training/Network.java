package ai.fomo.domain.training;

/** What is trained. */
public enum Network {
    /** Dense layers on an encoder's features. */
    HEAD,
    /**
     * VGG16's last convolutional block, from its pretrained weights on, and dense layers behind it; on the outputs of the
     * block before, which stays as it is.
     */
    LAST_BLOCK
}
