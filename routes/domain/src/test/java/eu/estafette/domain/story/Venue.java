package eu.estafette.domain.story;

import java.util.List;

/** Where stories are played: has each scene happen in turn, and tells what followed. */
public interface Venue {

    /** @return all that followed from the scene, in any order; of a set-up it is not looked at */
    List<Consequence> follow(Story.Scene scene) throws Exception;
}
